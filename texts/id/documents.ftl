### Berkas pendaftaran yang dikirim lewat obrolan, dan meja petugas untuk membukanya.

documents-begin = Kirim berkas
documents-see-all = Lihat berkas
documents-send = Kirim { $paper }
documents-see = Lihat { $paper }
documents-instead = Ganti { $paper }

documents-summary = Berkas: { $papers }.
documents-summary-line = { $paper } { $lacking ->
        [yes] belum
       *[no] sudah
    }

documents-text =
    📝 <b>Berkas { $number }</b>
    { $programme }{ $name ->
        [none] { "" }
       *[other] , untuk <b>{ $name }</b>
    }

    { $lines }

    { $until ->
        [closed] Waktu mengirim berkas sudah lewat. Kalau masih ada yang kurang, petugas memintanya di sini.
        [none] Belum ada batas waktunya. Lebih cepat lebih baik.
       *[other] Bisa dikirim dan diganti sampai <b>{ $until }</b>.
    }
documents-line =
    { $state ->
        [missing] • { $paper }: <b>belum</b>
        [asked] • { $paper }: <b>diminta petugas</b>
        [unreadable] • { $paper }: <b>tidak terbaca</b>, kirim lagi
        [gone] • { $paper }: <b>hilang di tempat kami</b>, kirim lagi
        [again] • { $paper }: dikirim ulang { $when }
       *[sent] • { $paper }: dikirim { $when }
    }
documents-none =
    { $removed ->
        [none] 📝 Pendaftaran <b>{ $number }</b> tidak perlu berkas lewat Jawara. Kalau nanti ada yang diminta petugas, kabarnya datang di sini.
       *[other] 📝 Berkas pendaftaran <b>{ $number }</b> sudah dihapus, { $removed }: masa simpannya habis. Nilai, kehadiran, dan sertifikat tetap tercatat.
    }

documents-ask =
    📝 <b>Kirim { $paper } { $name ->
        [none] Anda
       *[other] { $name }
    }</b>
    Untuk { $programme }. Foto yang terang dan tidak terpotong, atau PDF: paling besar { $mb } MB, paling banyak { $pages } halaman.

    { $why } Berkas disimpan terkunci. Hanya petugas penyelenggara yang bisa membukanya, dan setiap kali dibuka tercatat. Berkas dihapus sendiri <b>{ $days } hari</b> sesudah pelatihan selesai atau pendaftaran berakhir.
documents-why-ktp = Kami perlu KTP untuk mencocokkan nama dan NIK.
documents-why-ijazah = Kami perlu ijazah untuk memeriksa syarat pendidikan.
documents-why-photo = Kami perlu pas foto untuk kartu peserta dan sertifikat.
documents-why-ak1 = Kami perlu kartu AK1 untuk memastikan Anda terdaftar sebagai pencari kerja.
documents-why-domicile = Kami perlu surat ini untuk memeriksa tempat tinggal Anda.
documents-why-family = Kami perlu kartu keluarga untuk memeriksa alamat Anda.
documents-why-skck = Kami perlu SKCK karena diminta oleh tempat pelatihan.
documents-why-health = Kami perlu surat sehat agar Anda aman saat praktik.

documents-received =
    <b>{ $paper }</b> diterima. { $left ->
        [none] Semua berkas sudah terkirim. Selanjutnya petugas memeriksanya.
       *[other] Tinggal <b>{ $left }</b>.
    }
documents-done = 📝 { documents-received }

documents-paper =
    📝 <b>{ $paper }</b>, { $number }

    Dikirim { $when }: { $media ->
        [pdf] PDF, { $pages } halaman
       *[picture] foto
    }. { $openings ->
        [0] Belum dibuka petugas.
       *[other] Dibuka petugas { $openings } kali.
    }{ $state ->
        [unreadable] {" "}<b>Petugas tidak bisa membacanya.</b> Kirim yang lebih terang dan tidak terpotong.
        [asked] {" "}<b>Petugas memintanya lagi.</b>
        [gone] {" "}<b>Berkasnya hilang di tempat kami.</b> Kirim sekali lagi.
       *[other] { "" }
    }
documents-show = Lihat kiriman saya
documents-replace = Ganti
documents-take-back = Tarik kembali
documents-shown = { $paper }, { $number }. Hanya Anda dan petugas penyelenggara yang bisa melihatnya.
documents-take-back-ask =
    ⚠️ <b>Tarik kembali { $paper }?</b>

    Berkas ini dihapus dari Jawara dan tidak bisa diperiksa petugas. Ini tidak bisa dibatalkan.
documents-keep = Tidak, biarkan
documents-take-back-really = Ya, hapus berkasnya
documents-taken-back = <b>{ $paper }</b> sudah dihapus.

documents-which =
    📝 <b>Ini berkas apa?</b>
    Pilih, atau tulis namanya, misalnya <i>KTP</i>. Kami tanyakan agar kiriman Anda sampai di tempat yang benar.
documents-no-paper = Bukan berkas
documents-dropped = 📝 Baik, kiriman itu tidak kami simpan.
documents-file-settled = 📝 Kiriman itu tidak menunggu jawaban lagi. Kirim sekali lagi kalau masih perlu.

documents-stray-text = Yang ditunggu foto atau PDF, bukan tulisan. Mau nanti saja? Tulis <i>nanti</i>.
documents-stray-sound = Itu pesan suara. Yang ditunggu foto atau PDF.
documents-stray-film = Itu video. Yang ditunggu foto atau PDF.
documents-stray-edited = Pesan yang diubah tidak saya baca ulang. Kirim foto atau PDF sebagai pesan baru.
documents-stray-other = Itu belum bisa saya baca. Yang ditunggu foto atau PDF.
documents-stray-choice = Itu belum saya kenal. Tekan salah satu tombol, atau tulis <i>bukan</i>.

documents-desk =
    📝 <b>Berkas pendaftar</b>

    Tulis nomor pendaftarannya, misalnya <i>PBK-2025-3-0001</i>{ $latest ->
        [0] . Belum ada berkas yang masuk.
       *[other] , atau pilih yang terakhir masuk.
    }
documents-desk-stray = Yang ditunggu nomor pendaftaran, misalnya <i>PBK-2025-3-0001</i>.
documents-desk-text =
    📝 <b>{ $number }</b>, { $name }
    { $programme }{ $state ->
        [withdrawn] , <b>sudah ditarik</b>
       *[other] { "" }
    }

    { $lines }
documents-desk-none =
    📝 <b>{ $number }</b>, { $name }
    { $programme }

    Pelatihan ini tidak meminta berkas, dan tidak ada yang dikirim.
documents-desk-line =
    { $state ->
        [missing] • { $paper }: belum dikirim
        [asked] • { $paper }: sudah diminta
        [unreadable] • { $paper }: tidak terbaca, sudah diminta lagi
        [gone] • { $paper }: <b>hilang dari penyimpanan</b>, minta lagi
        [again] • { $paper }: <b>dikirim ulang</b> { $when }
       *[sent] • { $paper }: dikirim { $when }
    }
documents-desk-paper =
    📝 <b>{ $number }</b>, { $name }

    { $line }{ $media ->
        [none] { "" }
        [pdf] {" "}(PDF, { $pages } halaman, { $kilobytes } KB). Sudah dibuka { $openings } kali.
       *[picture] {" "}(foto, { $kilobytes } KB). Sudah dibuka { $openings } kali.
    }

    Setiap kali dibuka, nama Anda dan waktunya tercatat. Pendaftar bisa melihat catatan itu.
documents-desk-show = Buka berkas
documents-desk-ask = Minta dikirim
documents-desk-ask-again = Minta dikirim ulang
documents-desk-shown = { $paper }, { $number }, { $name }. Jangan difoto atau diteruskan.
documents-desk-sure =
    ⚠️ <b>Minta { $paper } kepada { $name }?</b>

    { $sent ->
        [yes] Kiriman yang ada ditandai tidak terbaca.
       *[no] Berkas ini ditandai kurang.
    } Pemilik { $number } langsung diberi tahu. Sampai kapan?
documents-desk-days = Dalam { $days } hari
documents-desk-no-deadline = Tanpa batas waktu
documents-desk-asked = <b>{ $paper }</b> sudah diminta.

error-papers-closed =
    📝 { $until ->
        [none] Berkas untuk pendaftaran itu tidak diterima sekarang.
       *[other] Berkas untuk pendaftaran itu diterima sampai { $until }.
    } Kalau masih ada yang kurang, petugas memintanya di sini.
error-unknown-paper = 📝 Berkas itu tidak diminta untuk pendaftaran ini.
error-no-such-document = 📝 Berkas itu sudah diganti atau ditarik. Yang ada tercantum di pendaftarannya.
error-not-of-your-provider = Tidak ada pendaftaran dengan nomor itu pada penyelenggara Anda.
error-document-lost = Berkasnya hilang di tempat kami, dan perlu dikirim sekali lagi.
error-document-damaged = ⚠️ Berkasnya ada, tetapi tidak bisa dibuka. Pengelola Jawara perlu memeriksa kuncinya.
error-document-unreachable = Berkasnya belum sampai dari Telegram. Kirim sekali lagi, ya.
error-document-too-large = Berkas itu terlalu besar. Paling besar { $most_mb } MB. Cara mudah: kirim lewat galeri sebagai foto biasa.
error-unknown-document = Isi berkas itu bukan foto (JPG, PNG) dan bukan PDF, apa pun namanya. Contoh yang benar: foto dari kamera HP.
error-heic-picture = Berkas itu foto HEIC dari iPhone, dan belum bisa kami buka. Kirim lewat galeri sebagai foto biasa, jangan sebagai berkas.
error-broken-picture = Foto itu rusak atau terpotong, jadi tidak bisa dibuka. Ambil foto baru, lalu kirim.
error-picture-too-large = Foto itu lebih dari { $most_megapixels } megapiksel. Kirim lewat galeri sebagai foto biasa; Telegram mengecilkannya sendiri.
error-picture-too-small = Foto itu terlalu kecil untuk dibaca ({ $width } × { $height } piksel). Kirim foto aslinya, bukan gambar kecilnya.
error-broken-pdf = PDF itu rusak atau terpotong, jadi tidak bisa dibuka. Simpan ulang PDF-nya, atau kirim fotonya saja.
error-locked-pdf = PDF itu terkunci kata sandi. Simpan tanpa kata sandi, atau kirim fotonya saja.
error-pdf-too-long = PDF itu berisi { $pages } halaman. Paling banyak { $most }. Kirim halaman yang perlu saja.
