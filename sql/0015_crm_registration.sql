-- The CRM carries the registration that stands on a deal, so that an import finds the deal that waits for it.
alter table tandem.crm_field drop constraint a_field_carries_something_known;
alter table tandem.crm_field add constraint a_field_carries_something_known check (field in
  ('partner','class','role','originDate','evidenceLink','lockDate','pageVersion','registration'));
