### Layar pertama dan bantuan.

menu-text =
    <b>Jawara</b>, pendamping pencari kerja dan peserta pelatihan di Banten.

    Pilih di bawah ini, atau tulis saja yang Anda cari, misalnya <i>las</i>, <i>jahit</i>, atau <i>kerja di Jepang</i>.
menu-text-draft =
    <b>Jawara</b>, pendamping pencari kerja dan peserta pelatihan di Banten.

    Pendaftaran { $name ->
        [none] Anda
       *[other] { $name }
    } di <b>{ $programme }</b> belum selesai. Jawaban Anda tersimpan.
menu-resume = Lanjutkan pendaftaran
menu-courses = 🎓 Lihat pelatihan
menu-vacancies = 💼 Lihat lowongan
menu-schedule = 📅 Jadwal saya
menu-settings = ⚙️ Pengaturan
menu-help = Bantuan

command-start = Mulai dari awal
command-menu = Buka menu
command-pelatihan = Lihat pelatihan
command-lowongan = Lihat lowongan
command-jadwal = Jadwal dan pendaftaran saya
command-pengaturan = Bahasa, pengingat, data saya
command-batal = Batalkan yang sedang berjalan
command-bantuan = Cara memakai, dan menghubungi petugas
command-staf = Buka meja petugas
command-sekolah = Kelompok siswa magang sekolah Anda
