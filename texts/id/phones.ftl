### Ganti HP: meminta di HP baru, mencocokkan KTP di loket, dan kabar untuk kedua HP.

phones-open = Ganti HP, pindahkan data
phones-ask =
    ⚙️ <b>Pindahkan data ke HP ini</b>

    Untuk yang HP-nya hilang atau diganti. Berapa nomor pendaftarannya? Contoh: <i>PBK-2025-2-0147</i>.

    Sesudah itu Anda dapat kode. Tunjukkan kode dan KTP kepada petugas di tempat pelatihan, supaya data Anda tidak bisa diambil orang lain.
phones-stray = Itu bukan nomor pendaftaran. Tulis nomornya dengan huruf dan angka.
phones-no-such-number = Nomor pendaftaran itu belum kami kenal. Contoh yang benar: <i>PBK-2025-2-0147</i>. Lupa nomornya? Petugas di loket bisa mencarikannya.
phones-consent =
    ⚙️ Sebelum data dipindahkan ke HP ini, kami perlu persetujuan Anda atas penggunaan data.

    Baca dan putuskan dulu, lalu lanjutkan dari sini.
phones-go-on = Lanjut pindahkan data
phones-code =
    ⚙️ Kode Anda: <b>{ $code }</b>

    Bawa KTP dan HP ini ke petugas { $provider }. Petugas mencocokkan KTP, lalu data pendaftaran <b>{ $number }</b> pindah ke HP ini. Berlaku sampai <b>{ $until }</b>, untuk satu kali.

    Jangan kirim kode ini kepada siapa pun.
phones-waiting =
    ⚙️ Permintaan untuk <b>{ $number }</b> menunggu petugas sampai { $until }.

    Tunjukkan kode yang kami kirim tadi bersama KTP. Kodenya tidak ketemu? Minta yang baru.
phones-new-code = Minta kode baru
phones-withdraw = Batalkan permintaan
phones-withdrawn = ⚙️ Permintaan dibatalkan. Datanya tetap di HP yang lama.
phones-link =
    ⚙️ Petugas sudah mencocokkan KTP. Pindahkan data <b>{ $name }</b> (pendaftaran { $number }) ke HP ini?

    Lanjutkan hanya kalau ini HP { $name }.
phones-link-yes = Ya, pindahkan ke sini
phones-came =
    ⚙️ Data <b>{ $name }</b> sekarang ada di HP ini, termasuk berkas, kartu, dan pengingatnya.

    { $lines }
phones-left =
    ⚠️ Data <b>{ $name }</b> (pendaftaran { $number }) pindah ke HP lain pada { $when }, setelah petugas { $provider } mencocokkan KTP.

    Pesan berikutnya dikirim ke HP itu. Kalau ini bukan kemauan { $name }, beri tahu kami sekarang.
phones-not-me = Ini bukan kemauan kami
phones-object =
    ⚠️ Bawa KTP { $name } ke petugas { $provider } secepatnya dan sebutkan nomor <b>{ $number }</b>. Siapa yang menyetujui dan kapan, tercatat di sana.

    Untuk mengambil datanya kembali ke HP ini, minta kode di bawah lalu tunjukkan kepada petugas.
phones-want-back = Minta kode
phones-refused =
    ⚙️ Petugas belum bisa memindahkan data pendaftaran <b>{ $number }</b> ke HP ini: { $why }.

    Datanya tetap di HP yang lama. Sudah membawa KTP yang benar? Minta kode baru.
phones-because-name = nama di KTP tidak sama
phones-because-nik = NIK di KTP tidak sama
phones-because-birthday = tanggal lahir di KTP tidak sama
phones-because-absent = pemilik KTP tidak ada di loket
error-no-such-takeover = ⚙️ Permintaan itu tidak berlaku lagi: sudah dipakai, dibatalkan, atau lewat waktunya.
error-already-on-this-phone = Pendaftaran <b>{ $number }</b> memang ada di HP ini, jadi tidak perlu dipindahkan.
error-too-many-takeovers = ⚙️ HP ini sudah terlalu sering meminta hari ini. Coba lagi sesudah { $until }, atau langsung ke petugas.
error-own-takeover = ⚙️ Permintaan dari HP Anda sendiri harus disetujui petugas lain.

phones-desk =
    📣 <b>Ganti HP pendaftar</b>

    Ketik kode 8 angka dari HP baru pendaftar. HP-nya belum punya kode? Ketik nomor pendaftarannya untuk membuat tautan.

    { $lines ->
        [none] Tidak ada permintaan yang menunggu.
       *[other] Menunggu ({ $count }):
            { $lines }
    }
phones-desk-line = • { $number }, sejak { $asked }
phones-desk-neither = Itu bukan kode 8 angka dan bukan nomor pendaftaran yang kami kenal.
phones-desk-compare =
    📣 Cocokkan dengan KTP yang Anda pegang:

    Nama: <b>{ $name }</b>
    Tanggal lahir: <b>{ $birthday }</b>
    4 angka terakhir NIK: <b>{ $nik }</b>
    Pendaftaran: { $number }, { $programme }

    Kalau ketiganya sama, seluruh datanya pindah ke HP yang menunjukkan kode ini, dan HP lama diberi tahu.
phones-desk-compare-link =
    📣 Cocokkan dengan KTP yang Anda pegang:

    Nama: <b>{ $name }</b>
    Tanggal lahir: <b>{ $birthday }</b>
    4 angka terakhir NIK: <b>{ $nik }</b>
    Pendaftaran: { $number }, { $programme }

    Kalau ketiganya sama, buat tautan. Berlaku 30 menit untuk satu HP, jadi tunjukkan hanya kepada pemilik KTP.
phones-desk-fits = Cocok, pindahkan
phones-desk-fits-not = Tidak cocok
phones-desk-why =
    📣 Apa yang tidak cocok pada { $name } ({ $number })?

    HP yang meminta diberi tahu alasannya.
phones-why-name = Nama berbeda
phones-why-nik = NIK berbeda
phones-why-birthday = Tanggal lahir berbeda
phones-why-absent = Orangnya tidak di sini
phones-desk-link = Cocok, buat tautan
phones-desk-link-made = Minta { $name } memindai ini dengan HP barunya, atau membuka { $address }
phones-desk-approved = 📣 Data <b>{ $name }</b> ({ $number }) sudah pindah. Kedua HP diberi tahu, dan nama Anda tercatat.
phones-desk-refused = 📣 Permintaan untuk { $number } ditolak. HP yang meminta diberi tahu.
