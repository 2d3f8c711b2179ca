### Pengaturan, bantuan, dan data saya.

settings-text =
    ⚙️ <b>Pengaturan</b>

    Domisili: { $domicile ->
        [none] belum diisi
       *[other] { $domicile }
    }
settings-reminders = Atur pengingat
settings-alerts = Atur kabar lowongan
settings-domicile = Ubah domisili
settings-interests = Ubah minat
settings-quiet = Atur jam tenang
settings-ak1 = Catat kartu AK1
settings-my-data = Lihat data saya
settings-reminders-text =
    🔔 <b>Pengingat kelas</b>

    Malam sebelum kelas: <b>{ $evening ->
        [none] tidak
       *[other] pukul { $evening } WIB
    }</b>
    Pada hari kelas: <b>{ $hours ->
        [0] tidak
       *[other] { $hours } jam sebelumnya
    }</b>
    Jam tenang: { $quiet }. Pengingat yang jatuh di jam itu datang sesudahnya.
settings-reminders-muted = 🔔 Semua pengingat dimatikan: kelas, tes, daftar ulang, berkas, dan kartu AK1. Perubahan jadwal dan hasil seleksi tetap kami kabari.
settings-evening = Malam, { $hour }.00
settings-no-evening = Malam: tidak
settings-hours = { $hours } jam sebelumnya
settings-no-hours = Hari itu: tidak
settings-mute = Matikan semuanya
settings-unmute = Nyalakan pengingat
settings-news = Atur siaran
settings-news-text =
    🔔 <b>Siaran</b> dari penyelenggara pelatihan: <b>{ $broadcasts ->
        [on] nyala
       *[off] mati
    }</b>.

    Isinya pengumuman untuk banyak orang, misalnya pembukaan gelombang. Hasil seleksi dan perubahan jadwal Anda tetap kami kabari.
settings-news-on = Nyalakan siaran
settings-news-off = Matikan siaran
settings-quiet-text = 🔔 { $quiet ->
        [none] Anda tidak memakai jam tenang. Pesan bisa datang kapan saja.
       *[other] Jam tenang Anda: <b>{ $quiet }</b>. Pesan yang jatuh di jam itu menunggu sampai selesai.
    }
settings-quiet-never = Tanpa jam tenang
settings-domicile-text = ⚙️ Anda tinggal di mana? Kami tanyakan agar bisa menunjukkan lowongan di daerah Anda.
settings-interests-text = ⚙️ Bidang apa saja yang Anda minati? Yang dipilih tampil paling atas. Tekan untuk memilih atau melepas.

help-text =
    <b>Bantuan</b>

    Tulis saja yang Anda cari, misalnya <i>las</i> atau <i>lowongan listrik</i>. Kata <i>menu</i>, <i>kembali</i>, dan <i>batal</i> bisa dipakai di mana saja. Untuk memeriksa keaslian sertifikat, tulis <i>cek sertifikat</i> dan nomornya. Semua layanan Jawara gratis.

    Ingin bicara dengan petugas? <b>{ $human }</b>, Senin sampai Jumat pada jam kerja.
help-consent = Baca penggunaan data

data-text =
    ⚙️ <b>Data Anda di Jawara</b>

    Persetujuan: { $consent ->
        [none] belum diberikan
       *[other] { $consent }
    }
    { $people ->
        [none] Belum ada data diri.
       *[other] { $people }
    }
    Pendaftaran: { $applications ->
        [none] belum ada
       *[other] { $applications }
    }
    Belum selesai: { $draft ->
        [none] tidak ada
       *[other] { $draft }
    }
    Kartu AK1: { $ak1 ->
        [none] belum dicatat
       *[other] terbit { $ak1 }
    }
    Minat: { $interests }, lowongan ditandai: { $marks }, pesan terkirim: { $notices }, jawaban sesudah pelatihan: { $outcomes }, jawaban cek syarat: { $told }, izin orang tua atau wali: { $guardians }, berkas: { $documents }
data-person = <b>{ $name }</b>, NIK { $nik }, telepon { $phone }
data-people = Orang di HP ini: <b>{ $names }</b>
data-send = Kirim sebagai berkas
data-erase = Hapus data saya
data-file = Semua data Anda di Jawara. NIK dan nomor telepon tertulis lengkap, jadi simpan baik-baik.
data-keep = Tidak, simpan data saya
data-erase-sure = Ya, hapus semuanya
data-erase-ask =
    ⚠️ Hapus semua data Anda? Ini tidak bisa dibatalkan.

    Yang hilang: data diri, minat, pengingat, dan { $applications ->
        [none] riwayat Anda.
       *[other] pendaftaran <b>{ $applications }</b> beserta berkas dan kesempatan kursinya.
    }{ $certificates ->
        [none] { "" }
       *[other] {" "}Sertifikat <b>{ $certificates }</b> tidak bisa diperiksa lagi di Jawara.
    }
data-erased = Semua data Anda sudah dihapus. Anda bisa mulai lagi kapan saja dari menu.
