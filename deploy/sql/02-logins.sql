-- Two logins, each for its own schema and nothing else. Passwords come from sqlcmd's variables (-v or the environment).
USE [vacuum];
GO
IF SCHEMA_ID(N'filing') IS NULL EXEC (N'CREATE SCHEMA [filing] AUTHORIZATION [dbo]');
GO
IF SCHEMA_ID(N'dispatch') IS NULL EXEC (N'CREATE SCHEMA [dispatch] AUTHORIZATION [dbo]');
GO
IF SUSER_ID(N'filing_service') IS NULL CREATE LOGIN [filing_service] WITH PASSWORD = '$(FILING_PASSWORD)', DEFAULT_DATABASE = [vacuum];
GO
IF SUSER_ID(N'dispatch_service') IS NULL CREATE LOGIN [dispatch_service] WITH PASSWORD = '$(DISPATCH_PASSWORD)', DEFAULT_DATABASE = [vacuum];
GO
IF USER_ID(N'filing_service') IS NULL CREATE USER [filing_service] FOR LOGIN [filing_service] WITH DEFAULT_SCHEMA = [filing];
GO
IF USER_ID(N'dispatch_service') IS NULL CREATE USER [dispatch_service] FOR LOGIN [dispatch_service] WITH DEFAULT_SCHEMA = [dispatch];
GO
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[filing] TO [filing_service];
GO
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[dispatch] TO [dispatch_service];
GO
DENY SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[dispatch] TO [filing_service];
GO
DENY SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[filing] TO [dispatch_service];
GO
