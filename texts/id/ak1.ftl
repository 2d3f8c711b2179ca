### Kartu AK1: tanggal terbitnya, dan pengingat lapornya.

ak1-ask =
    🔔 <b>Tanggal berapa kartu AK1 Anda diterbitkan?</b>
    Tulis seperti di kartu, misalnya <i>3/11/2025</i>. Kami perlu tanggalnya untuk mengingatkan Anda lapor tiap enam bulan.
ak1-today = Terbit hari ini
ak1-stray = Itu belum bisa saya baca. Tulis tanggalnya.
ak1-kept =
    🔔 <b>Kartu AK1</b>

    Terbit: { $issued }
    { $ended ->
        [yes] Masa berlakunya habis pada { $ends }. Buat kartu baru di Disnaker, lalu ubah tanggalnya di sini.
       *[no] Berlaku sampai: { $ends }
    }
    { $report ->
        [none] { "" }
       *[other] Lapor berikutnya: <b>{ $report }</b>
    }
    { $muted ->
        [yes] Semua pengingat sedang Anda matikan, jadi kami tidak mengingatkan.
       *[no] Kami ingatkan seminggu sebelumnya dan pada harinya.
    }
ak1-change = Ubah tanggal
ak1-forget = Hapus tanggal
ak1-consent = 🔔 Tanggal kartu AK1 termasuk data diri. Kami menyimpannya kalau Anda menyetujui penggunaan data.
ak1-read-consent = Baca penggunaan data

error-ak1-not-a-date = Itu belum terbaca sebagai tanggal. Tulis hari, bulan, dan tahun. Contoh: <i>3/11/2025</i>.
error-ak1-in-future = { $issued_on } belum tiba. Lihat tanggal terbit di kartu Anda. Contoh: <i>3/11/2025</i>.
error-ak1-expired = Kartu yang terbit { $issued_on } sudah habis berlaku sejak { $ended_on }. Buat kartu baru di Disnaker, lalu tulis tanggal terbitnya di sini.
