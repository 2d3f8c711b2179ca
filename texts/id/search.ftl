### Pencarian.

search-found =
    Untuk “{ $text }” ada { $programmes ->
        [0] <b>{ $vacancies } lowongan</b>:
       *[other] { $vacancies ->
            [0] <b>{ $programmes } pelatihan</b>:
           *[other] <b>{ $programmes } pelatihan</b> dan <b>{ $vacancies } lowongan</b>:
        }
    }
search-nothing =
    Untuk itu belum ada pelatihan atau lowongan di sini.

    Coba satu kata saja, misalnya <i>las</i>, <i>jahit</i>, atau <i>komputer</i>, atau lihat daftarnya.
