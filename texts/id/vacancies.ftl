### Lowongan.

vacancies-hub =
    💼 <b>Lowongan dari perusahaan mitra</b>

    Pilih di bawah, atau tulis saja pekerjaannya. Lowongan yang benar tidak pernah meminta uang.
vacancies-all = Semua lowongan
vacancies-near = Di daerah saya
vacancies-by-stream = Menurut bidang
vacancies-abroad = Luar negeri
vacancies-saved = Yang saya simpan
vacancies-alerts = Atur kabar lowongan
vacancies-streams = 💼 Pilih bidangnya.
vacancies-list = 💼 { $list }: <b>{ $count } lowongan</b>, yang terbaru di atas.
vacancies-list-none = 💼 { $list }: belum ada lowongan. Nyalakan kabar lowongan, dan kami beri tahu begitu ada.
vacancies-vacancy =
    💼 <b>{ $title }</b>{ $example ->
        [yes] {" "}(contoh)
       *[no] { "" }
    }
    { $company }, { $place }
    Upah: <b>{ $wage }</b>
    { $state ->
        [closed] <b>Sudah ditutup.</b>
       *[open] { $closes ->
            [none] Batas lamaran belum disebutkan.
           *[other] Batas lamaran: <b>{ $closes }</b>
        }
    }

    { $description }

    { $verified ->
        [none] ⚠️ Perusahaan ini belum diperiksa.
       *[other] Diperiksa: { $verified }.
    } Lowongan yang benar tidak pernah meminta uang.
vacancies-letter =
    💼 { $count ->
        [1] Ada lowongan baru yang cocok untuk Anda:
       *[other] Ada <b>{ $count } lowongan</b> baru yang cocok untuk Anda:
    }
    { $lines }
vacancies-closed = { $title } · ditutup
vacancies-line = • <b>{ $title }</b>, { $company }, { $place }
vacancies-fewer = Atur kabar lowongan
vacancies-apply = Lamar di situs mereka
vacancies-save = Simpan
vacancies-unsave = Hapus dari simpanan
vacancies-hide = Sembunyikan
vacancies-unhide = Tampilkan lagi
vacancies-marked-saved = Tersimpan.
vacancies-marked-hidden = Tidak ditampilkan lagi.
vacancies-marked-not = Tanda dihapus.
vacancies-wage-unknown = belum disebutkan
vacancies-per-hour = { $amount } per jam
vacancies-per-day = { $amount } per hari
vacancies-per-week = { $amount } per minggu
vacancies-per-month = { $amount } per bulan
vacancies-per-year = { $amount } per tahun

alerts-off = 🔔 Kabar lowongan belum aktif. Kalau dinyalakan, kami kirim paling banyak satu pesan sehari, hanya yang cocok.
alerts-on =
    🔔 Kabar lowongan aktif, paling banyak satu pesan sehari.

    Bidang: <b>{ $streams ->
        [none] semua
       *[other] { $streams }
    }</b>
    Daerah: <b>{ $regions ->
        [none] seluruh Indonesia
       *[other] { $regions }
    }</b>
    Luar negeri: <b>{ $abroad ->
        [yes] ya
       *[no] tidak
    }</b>
alerts-consent = 🔔 Untuk mengirim kabar lowongan, kami menyimpan pilihan Anda. Anda belum menyetujui penggunaan data. Baca dan setujui dulu, lalu nyalakan.
alerts-switch-on = Nyalakan
alerts-switch-off = Matikan
alerts-choose-streams = Pilih bidang
alerts-choose-regions = Pilih daerah
alerts-abroad-on = Tambah luar negeri
alerts-abroad-off = Tanpa luar negeri
alerts-streams = 🔔 Bidang mana saja? Tanpa pilihan berarti semua bidang.
alerts-regions = 🔔 Daerah mana saja? Tanpa pilihan berarti seluruh Indonesia.

error-unknown-vacancy = Lowongan itu tidak ada lagi. Lihat lowongan lain dari menu.
