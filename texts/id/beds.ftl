### Asrama: ditanyakan bersama kursi, diberikan menurut urutan, dan dilepas; juga di meja petugas.

beds-question = <b>Perlu asrama?</b> Penyelenggara punya asrama. Kami tanyakan supaya tempat tidurnya bisa disiapkan.
beds-yes = Ya, perlu asrama
beds-no = Tidak perlu
beds-answer = Jawab soal asrama
beds-see = Lihat asrama
beds-mine =
    🎓 <b>Asrama, { $programme }</b>

    { $state ->
        [none] Perlu tempat di asrama? Jawaban bisa diubah sampai pelatihan mulai.
        [asked] Anda meminta tempat di asrama.{ $known ->
            [no] {" "}Jumlah tempat tidurnya belum diketahui; begitu diketahui, kami kabari.
           *[yes] { $given ->
                [none] { "" }
               *[other] {" "}Tempatnya dibagikan mulai <b>{ $given }</b>, dan kami kabari.
            }
        }
        [granted] <b>Anda mendapat tempat di asrama.</b> Tidak jadi? Lepaskan supaya bisa dipakai orang lain.
        [reserve] Anda <b>cadangan asrama nomor { $place }</b>. Begitu ada tempat kosong, kami kabari.
        [gone] Tempat asrama ikut lepas bersama kursinya.
       *[not_needed] Anda tidak memerlukan asrama. Jawaban bisa diubah sampai pelatihan mulai.
    }

    { $far ->
        [yes] Urutannya: yang tinggal di kabupaten atau kota lain lebih dulu, lalu menurut peringkat.
       *[no] Urutannya menurut peringkat; tanpa peringkat, yang mendaftar lebih dulu.
    }
beds-none-here = 🎓 Asrama ditanyakan kepada yang sudah mendapat kursi, di penyelenggara yang punya asrama.
beds-no-more = Tidak jadi perlu
beds-give-back = Lepaskan tempatnya
beds-ask-give-back =
    ⚠️ <b>Lepaskan tempat asrama ({ $programme })?</b>

    Tempatnya langsung untuk cadangan berikutnya. Kursi pelatihan Anda tetap.
beds-keep = Tidak, saya tetap pakai
beds-give-back-really = Ya, lepaskan

beds-list =
    🎓 <b>Asrama { $code }</b>

    { $lines }

    { $people ->
        [0] Belum ada yang meminta tempat.
       *[other] { $people } orang, yang mendapat tempat lebih dulu, lalu yang menunggu menurut urutannya.
    }
beds-unknown = Jumlah tempat tidur belum dicatat di katalog, jadi belum ada yang bisa diberikan.
beds-count =
    { $side ->
        [women] Putri
        [men] Putra
       *[all] Semua
    }: { $beds } tempat, { $granted } terisi, { $free } kosong, { $waiting } menunggu
beds-state =
    { $state ->
        [granted] dapat
        [reserve] cadangan
        [asked] meminta
        [gone] lepas
       *[not_needed] tidak perlu
    }
beds-one =
    🎓 <b>{ $name }</b>, { $number }

    Asrama: { $state ->
        [granted] sudah mendapat tempat
        [reserve] cadangan
        [asked] meminta, belum dibagikan
        [gone] lepas bersama kursinya
       *[not_needed] tidak memerlukan
    }.
beds-grant = Beri tempat
beds-take = Lepaskan tempatnya
beds-leave = Tidak, biarkan
beds-ask-move =
    ⚠️ <b>{ $granted ->
        [yes] Beri { $name } ({ $number }) tempat di asrama, mendahului urutan?
       *[no] Lepaskan tempat { $name } ({ $number }) di asrama?
    }</b>

    { $granted ->
        [yes] Orangnya kami kabari. Apa alasannya? Pilih di bawah ini, atau tulis.
       *[no] Tempatnya untuk cadangan berikutnya. Apa alasannya? Pilih di bawah ini, atau tulis. Orangnya kami kabari beserta alasan itu.
    }
beds-why-far = Rumahnya jauh
beds-why-health = Alasan kesehatan
beds-why-asked = Atas permintaannya
beds-why-absent = Tidak ditempati
beds-why-other = Alasan lain
beds-moved = ✅ Sudah dicatat.

beds-letter-granted =
    🎓 { $name ->
        [none] Anda
       *[other] { $name }
    } mendapat <b>tempat di asrama</b> untuk { $programme }. Nomor pendaftaran: <b>{ $number }</b>.

    Tidak jadi perlu? Lepaskan di <i>Lihat asrama</i>, supaya orang lain bisa memakainya.
beds-letter-reserve =
    📝 { $name ->
        [none] Anda
       *[other] { $name }
    } <b>cadangan asrama nomor { $place }</b> untuk { $programme }. Kursi pelatihannya tetap. Begitu ada tempat kosong, kami kabari.
beds-letter-not_needed =
    📝 Tempat { $name ->
        [none] Anda
       *[other] { $name }
    } di asrama untuk { $programme } dilepas petugas.{ $why ->
        [none] { "" }
       *[other] {" "}Alasannya: { $why }.
    } Kursi pelatihannya tetap. Nomor pendaftaran: { $number }.

    Anda tidak tahu tentang ini? Segera hubungi petugas.

error-no-dormitory = 🎓 Penyelenggara ini tidak punya asrama di katalog.
error-no-seat = 🎓 Asrama hanya untuk yang sudah mendapat kursi.
error-beds-closed = 🎓 Pelatihannya sudah dimulai, jadi asrama tidak bisa diminta lagi di sini. Tanyakan kepada petugas.
error-beds-unknown = 🎓 Jumlah tempat tidur belum dicatat di katalog, jadi belum bisa diberikan.
error-no-bed-free = 🎓 Semua tempat tidur untuknya sudah terisi.
error-no-bed = 🎓 Tidak ada tempat asrama yang bisa dilepas.
