"""The eight regencies and cities of Banten, by the four digits that head a NIK or an address."""

from types import MappingProxyType

REGIONS = MappingProxyType(
    {
        "3601": "Kabupaten Pandeglang",
        "3602": "Kabupaten Lebak",
        "3603": "Kabupaten Tangerang",
        "3604": "Kabupaten Serang",
        "3671": "Kota Tangerang",
        "3672": "Kota Cilegon",
        "3673": "Kota Serang",
        "3674": "Kota Tangerang Selatan",
    }
)
"""Code to name, in the order of the codes."""

SHORT = MappingProxyType(
    {
        "3601": "Kab. Pandeglang",
        "3602": "Kab. Lebak",
        "3603": "Kab. Tangerang",
        "3604": "Kab. Serang",
        "3671": "Kota Tangerang",
        "3672": "Kota Cilegon",
        "3673": "Kota Serang",
        "3674": "Tangsel",
    }
)
"""Code to what fits on a button."""
