-- append(position, recorded, dossier, bytes blob) exec
INSERT INTO journal_entry (position, recorded, dossier, bytes) VALUES ($1, $2, $3, $4);

-- append_private(position, subject text, salt blob, data text) exec
INSERT INTO journal_private (position, subject, salt, data) VALUES ($1, $2, $3, $4);

-- append_node(level, number, hash blob) exec
INSERT INTO journal_node (level, number, hash) VALUES ($1, $2, $3);

-- size() one
SELECT COALESCE(MAX(position) + 1, 0) AS size FROM journal_entry;

-- recorded(position) maybe
SELECT recorded FROM journal_entry WHERE position = $1;

-- read(first, past) many
SELECT position, recorded, dossier, bytes FROM journal_entry WHERE position >= $1 AND position < $2 ORDER BY position;

-- read_dossier(dossier) many
SELECT position, recorded, dossier, bytes FROM journal_entry
 WHERE dossier = $1 AND dossier > 0 ORDER BY dossier, position;

-- nodes(level, first, past) many
SELECT number, hash FROM journal_node WHERE level = $1 AND number >= $2 AND number < $3 ORDER BY number;

-- private(position, subject text) maybe
SELECT data FROM journal_private WHERE position = $1 AND subject = $2;

-- clear_nodes() exec
DELETE FROM journal_node;

-- private_sealed(position, subject text) maybe
SELECT salt, data FROM journal_private WHERE position = $1 AND subject = $2;

-- private_count() one
SELECT COUNT(*) AS n FROM journal_private;

-- erase_private(position, subject text) exec
DELETE FROM journal_private WHERE position = $1 AND subject = $2;

-- add_erased(position, subject text, erased_at) exec
INSERT INTO journal_erased (position, subject, erased_at) VALUES ($1, $2, $3);

-- erased(position, subject text) maybe
SELECT erased_at FROM journal_erased WHERE position = $1 AND subject = $2;
