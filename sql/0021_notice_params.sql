-- What the sentence of a notice is made of, so that a reader's language can say it anew. Empty: told before it was kept.
alter table tandem.notice add column params jsonb not null default '{}';
