-- The sums of the figures have three more measures (feedback): what was folded before is forgotten, and the follower folds
-- the journal anew.
DELETE FROM figure_day;
DELETE FROM figure_online;
DELETE FROM figure_chunk;
DELETE FROM follower WHERE name = 'figures';
