-- Registrations with an exact key in common are found by that key, however many there are.
create index registration_by_domain on tandem.registration (org_id, domain) where domain is not null;
