#!/usr/bin/env bash
# Writes the initial migration of both services for SQLite and SQL Server anew. While no store is in use anywhere, one
# migration is all there is; from the first release on, add one instead: dotnet ef migrations add NAME, once per context.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
make() {
  local project="$1" context="$2" folder="$3"
  rm -rf "src/$project/Data/Migrations/$folder"
  dotnet ef migrations add Initial --no-build --configuration Release --project "src/$project" --context "$context" \
    --output-dir "Data/Migrations/$folder" >/dev/null
}
rm -rf src/*/Data/Migrations
dotnet build src/Filing.Api -c Release -v quiet -clp:NoSummary
make Filing.Api FilingDb Sqlite
make Filing.Api FilingDbOnSqlServer SqlServer
make Filing.Api QuestionDb SqliteQuestions
make Filing.Api QuestionDbOnSqlServer SqlServerQuestions
make Dispatch.Worker DispatchDb Sqlite
make Dispatch.Worker DispatchDbOnSqlServer SqlServer
dotnet build src/Filing.Api -c Release -v quiet -clp:NoSummary
