-- The key of a confirmation carries what it says, so that those of a million touches are read from the index alone.
alter table tandem.touch_confirmation drop constraint touch_confirmation_pkey;
alter table tandem.touch_confirmation add constraint touch_confirmation_pkey
  primary key (org_id, touch_id) include (confirmed_by, confirmed_at);
