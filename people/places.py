"""Everyday names of places in Banten: the regions themselves and districts in them.

Districts are those of the official list of kecamatan; names that mean a better-known place
elsewhere (Bandung, Jombang, Purwakarta, Banjar …) are left out, so that they ask back.
"""

from types import MappingProxyType

REGION_NAMES = MappingProxyType(
    {
        "3601": "pandeglang|kab pandeglang|kabupaten pandeglang|pandegelang|pandeglang regency",
        "3602": "lebak|kab lebak|kabupaten lebak|rangkas|rangkasbitung|lebak regency",
        "3603": "kab tangerang|kabupaten tangerang|tangerang kab|tangerang kabupaten|tng kab|"
        "kab tng|tangerang regency",
        "3604": "kab serang|kabupaten serang|serang kab|serang kabupaten|kab srg|serang regency",
        "3671": "kota tangerang|kodya tangerang|tangerang kota|tng kota|kota tng|tangerang city",
        "3672": "cilegon|kota cilegon|cilegon kota|clg|cilegon city",
        "3673": "kota serang|kodya serang|serang kota|kota srg|serang city",
        "3674": "tangsel|tangerang selatan|kota tangerang selatan|kota tangsel|tangsel kota|"
        "tng selatan|south tangerang|south tangerang city",
    }
)

SHARED_NAMES = MappingProxyType(
    {"tangerang": ("3603", "3671", "3674"), "serang": ("3604", "3673"), "tng": ("3603", "3671")}
)
"""Said of several regions: to be asked back."""

DISTRICTS = MappingProxyType(
    {
        "3601": "angsana|cadasari|carita|cibaliung|cibitung|cigeulis|cikedal|cikeusik|cimanggu|"
        "cimanuk|cipeucang|cisata|jiput|kaduhejo|karangtanjung|koroncong|labuan|majasari|"
        "mandalawangi|mekarjaya|menes|munjul|pagelaran|panimbang|patia|picung|pulosari|saketi|"
        "sindangresmi|sobang|sukaresmi|tanjung lesung",
        "3602": "bayah|bojongmanik|cibadak|cibeber|cigemblong|cihara|cijaku|cikulur|cileles|"
        "cilograng|cimarga|cipanas|cirinten|curugbitung|gunungkencana|kalanganyar|lebakgedong|"
        "leuwidamar|maja|malingping|muncang|panggarangan|sajira|sobang|wanasalam|warunggunung",
        "3603": "balaraja|cikupa|cisauk|cisoka|curug|gunung kaler|jambe|jayanti|kelapa dua|"
        "kemiri|kosambi|kresek|kronjo|legok|mauk|mekar baru|pagedangan|pakuhaji|panongan|"
        "pasar kemis|rajeg|sepatan|sepatan timur|sindang jaya|solear|sukadiri|sukamulya|"
        "teluknaga|tigaraksa|bsd",
        "3604": "anyar|anyer|baros|binuang|bojonegara|carenang|cikande|cikeusal|cinangka|ciomas|"
        "ciruas|gunungsari|jawilan|kibin|kopo|kragilan|kramatwatu|lebakwangi|mancak|pabuaran|"
        "padarincang|pamarayan|petir|pontang|puloampel|tanara|tirtayasa|tunjungteja|"
        "waringinkurung",
        "3671": "batuceper|benda|cibodas|ciledug|cipondoh|jatiuwung|karang tengah|karawaci|"
        "larangan|neglasari|periuk|pinang",
        "3672": "cibeber|citangkil|ciwandan|grogol cilegon|merak|pulomerak",
        "3673": "cipocok|cipocok jaya|curug|kasemen|taktakan|walantaka",
        "3674": "bintaro|ciputat|ciputat timur|jelupang|pamulang|pondok aren|serpong|"
        "serpong utara|setu|bsd",
    }
)
