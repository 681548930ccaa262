-- The database of an installation. Ids and plates are compared to the letter, as the service does in memory: hence the binary collation.
IF DB_ID(N'vacuum') IS NULL
    CREATE DATABASE [vacuum] COLLATE Latin1_General_100_BIN2;
GO
-- Readers do not wait for writers.
ALTER DATABASE [vacuum] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
