### Meja petugas: menu, undangan, dan daftar yang belum tersampaikan.

staff-menu =
    📣 <b>Meja petugas</b>

    Halo, { $name }. Dari sini Anda menulis siaran untuk banyak orang, memeriksa berkas, mencatat kehadiran dan sertifikat, dan melihat kabar apa yang belum tersampaikan.{ $waiting ->
        [0] { "" }
       *[other] {" "}<b>{ $waiting } siaran</b> menunggu persetujuan.
    }
staff-welcome =
    📣 Selamat bergabung, <b>{ $name }</b>. Anda sekarang { $role ->
        [approver] penyetuju siaran
        [admin] pengelola
       *[staff] petugas
    } di Jawara.

    Tulis /staf kapan saja untuk membuka meja petugas.
staff-new = Tulis siaran baru
staff-resume = Lanjutkan siaran
staff-list = Lihat daftar siaran
staff-untold = Lihat belum tersampaikan
staff-documents = Lihat berkas pendaftar
staff-attendance = Catat kehadiran
staff-certificates = Catat sertifikat
staff-open = Buka meja petugas
staff-untold-text =
    ⚠️ <b>Belum tersampaikan kepada { $count } orang</b>

    Kabar penting ini tidak sampai di Telegram. Hubungi orangnya lewat telepon.

    { $lines }
staff-untold-none = Semua hasil dan kabar penting sudah sampai. Tidak ada yang perlu dihubungi.
staff-untold-line = <b>{ $name }</b>, { $phone }: { $what }. { $why }, sejak { $since }.
staff-untold-line-many = <b>{ $name }</b>, { $phone }: { $what } dan { $more } kabar lain. { $why }, sejak { $since }.
staff-untold-unnamed = Belum mengisi nama
staff-untold-no-phone = tanpa nomor HP
staff-what-admitted = diterima di pelatihan
staff-what-meeting-moved = jadwal kelas berubah
staff-what-meeting-cancelled = kelas dibatalkan
staff-what-stage-moved = jadwal seleksi berubah
staff-what-papers-missing = berkas belum lengkap
staff-what-papers-complete = berkas sudah lengkap
staff-what-certificate = hasil atau nomor sertifikat
staff-what-other = kabar penting
staff-why-blocked = Memblokir Jawara
staff-why-deactivated = Akunnya dihapus
staff-why-never-started = Belum memulai Jawara
staff-why-other = Tidak terjangkau

error-bad-invitation = Tautan ini sudah dipakai, atau masa berlakunya sudah lewat. Minta tautan baru kepada yang mengundang Anda.
