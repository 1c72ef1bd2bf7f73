-- What a case can be asked by beside its words: 公开属性, where it lies and since when, and its nearest deadline's last day (yyyy-MM-dd).
ALTER TABLE cases ADD COLUMN attribute TEXT;
ALTER TABLE cases ADD COLUMN place TEXT;
ALTER TABLE cases ADD COLUMN since TEXT;
ALTER TABLE cases ADD COLUMN due TEXT;
