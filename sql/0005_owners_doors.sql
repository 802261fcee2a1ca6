-- PostgreSQL looks for a type in the caller's temporary schema first, unless the path names that schema later. Without
-- this, whoever serves as the app could make a domain named uuid or text and have the owner run its check.
alter function tandem.remove_demo(uuid) set search_path = pg_catalog, pg_temp;
alter function tandem.enqueue(text, json, text) set search_path = pg_catalog, pg_temp;

-- An organization leaves the directory through tandem.remove_demo only.
revoke delete on meta.directory from tandem_app;
