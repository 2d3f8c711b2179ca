"""Who uses Jawara: accounts and how they wish to be reached, regions, NIK and phone numbers."""
