-- Touches come in by files as well. recorded_at of a touch is when it reached Tandem, so that a view as of a past day
-- stays what it was; recorded_on is the day on which whoever recorded it first did, which is what ATT-5 asks: for a
-- touch of a file that states it, the day on which the source wrote it down.

-- A person whom an import brought. Once it is undone they are not offered any more, unless another act names them.
alter table tandem.partner_person add column import_id uuid;
alter table tandem.partner_person add column is_withdrawn boolean not null default false;
alter table tandem.partner_person add foreign key (org_id, import_id) references tandem.import;
create index person_of_an_import on tandem.partner_person (org_id, import_id) where import_id is not null;
