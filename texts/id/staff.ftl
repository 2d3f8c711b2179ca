### Meja petugas: menu, undangan, dan daftar yang belum tersampaikan.

staff-menu =
    📣 <b>Meja petugas</b>

    Halo, { $name }. Dari sini Anda menulis siaran untuk banyak orang, menjalankan seleksi, memeriksa berkas, mencatat kehadiran dan sertifikat, dan melihat kabar apa yang belum tersampaikan.{ $waiting ->
        [0] { "" }
       *[other] {" "}<b>{ $waiting } siaran</b> menunggu persetujuan.
    }
staff-welcome =
    📣 Selamat bergabung, <b>{ $name }</b>. Anda sekarang { $role ->
        [approver] penyetuju siaran dan peringkat
        [admin] pengelola
       *[staff] petugas
    } di Jawara.

    Tulis /staf kapan saja untuk membuka meja petugas.
staff-new = Tulis siaran baru
staff-resume = Lanjutkan siaran
staff-list = Lihat daftar siaran
staff-untold = Lihat belum tersampaikan
staff-waves = Lihat gelombang
staff-phones = Ganti HP pendaftar
staff-documents = Lihat berkas pendaftar
staff-more = Lihat yang lain
staff-more-text = 📣 <b>Meja petugas</b>: pekerjaan lain.
staff-promises = Lihat penempatan kerja
staff-what-placement = catatan penempatan kerja
staff-tracks = Lihat jalur luar negeri
staff-attendance = Catat kehadiran
staff-certificates = Catat sertifikat
staff-selection = Lihat seleksi dan kursi
staff-schools = Lihat kelompok sekolah
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
staff-why-no-phone = Belum menyambungkan HP
staff-why-other = Tidak terjangkau

staff-how-score = 📣 Belum terbaca. Nilai ditulis seperti ini: <code>nilai PBK-2025-3-0001 tes 81,25</code>. Bisa juga <i>wawancara</i>; yang tidak hadir: <i>absen</i>.
staff-how-issue = 📣 Belum terbaca. Nomor sertifikat ditulis seperti ini: <code>terbit PBK-2025-3-0001 bnsp 71102 7212 4 0001234 2026</code>. Jenisnya <i>balai</i>, <i>bnsp</i>, atau <i>resmi</i>. Tanggal boleh di belakang, misalnya 20/11/2026.
staff-how-place = 📣 Belum terbaca. Penempatan ditulis seperti ini: <code>salur PBK-2025-3-0001 bekerja PT Contoh 15/12/2026 4900000</code>. Tanggal dan upah boleh dikosongkan. Baru dikenalkan? Ganti <i>bekerja</i> dengan <i>kenal</i>.

error-bad-invitation = Tautan ini sudah dipakai, atau masa berlakunya sudah lewat. Minta tautan baru kepada yang mengundang Anda.
