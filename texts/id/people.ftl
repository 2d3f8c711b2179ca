### Orang-orang yang memakai satu HP: data masing-masing, dan menghapusnya.

people-see = Lihat per orang
people-list =
    ⚙️ <b>Yang terdaftar lewat HP ini: { $count } orang</b>

    Pilih orangnya untuk melihat atau menghapus datanya.
people-none = ⚙️ Belum ada data diri di HP ini.
people-person =
    ⚙️ <b>{ $name }</b>

    NIK: { $nik }
    Tanggal lahir: { $birthday }
    Nomor HP: { $phone }
    Pendidikan: { $education }
    Domisili: { $domicile }
    Pendaftaran: { $applications ->
        [none] belum ada
       *[other] { $applications }
    }
    Berkas: { $documents }, izin orang tua atau wali: { $guardians }

    Ada yang berubah? Data ini ikut diperbarui saat mendaftar lagi.
people-erase = Hapus data { $name }
people-keep = Tidak, simpan datanya
people-erase-sure = Ya, hapus datanya
people-erase-ask =
    ⚠️ Hapus semua data <b>{ $name }</b>? Ini tidak bisa dibatalkan. Data orang lain di HP ini tetap ada.

    Yang hilang: data diri, sertifikat yang tercatat, { $tracks ->
        [0] { "" }
       *[other] daftar persiapan ke luar negeri,{" "}
    }dan { $applications ->
        [none] riwayatnya.
       *[other] pendaftaran <b>{ $applications }</b> beserta berkas dan kesempatan kursinya.
    }
people-erased = Semua data { $name } sudah dihapus dari Jawara.
