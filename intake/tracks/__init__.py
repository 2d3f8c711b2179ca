"""Work abroad: what there is to prepare, how far somebody is, and who is interested."""
