using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Deploy.Tests.Sql;

/// <summary>One statement as it would be sent to the server.</summary>
internal sealed record Statement(string Text, IReadOnlyList<(string Name, string Type)> Parameters);

/// <summary>A connection without a server that records its statements: every object exists, and every table is empty.</summary>
internal sealed class RecordingConnection : DbConnection
{
    private ConnectionState _state = ConnectionState.Closed;

    public List<Statement> Statements { get; } = [];

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=none;Database=none";
    public override string Database => "none";
    public override string DataSource => "none";
    public override string ServerVersion => "16.0";
    public override ConnectionState State => _state;

    public override void Open() => _state = ConnectionState.Open;

    public override void Close() => _state = ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new Command(this);

    private sealed class Transaction(RecordingConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;
        protected override DbConnection DbConnection => connection;

        public override void Commit() { }

        public override void Rollback() { }
    }

    private sealed class Command(RecordingConnection connection) : DbCommand
    {
        /// <summary>Types values as the server's client does.</summary>
        private readonly SqlCommand _real = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; } = CommandType.Text;
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        protected override DbConnection? DbConnection { get; set; } = connection;
        protected override DbParameterCollection DbParameterCollection => _real.Parameters;
        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel() { }

        public override void Prepare() { }

        public override int ExecuteNonQuery()
        {
            Record();
            return 1;
        }

        public override object? ExecuteScalar()
        {
            Record();
            return null;
        }

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            Record();
            var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
            var isQuestion = CommandText.Contains("EXISTS", StringComparison.Ordinal);
            foreach (var name in Tsql.ColumnsOf(CommandText))
            {
                table.Columns.Add(name, isQuestion ? typeof(bool) : typeof(object));
            }

            if (isQuestion)
            {
                table.Rows.Add(true);
            }

            return table.CreateDataReader();
        }

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        private void Record() =>
            connection.Statements.Add(
                new Statement(
                    CommandText,
                    [.. _real.Parameters.Cast<SqlParameter>().Select(parameter => (parameter.ParameterName, TypeOf(parameter)))]
                )
            );

        private static string TypeOf(SqlParameter parameter) =>
            parameter.SqlDbType switch
            {
                SqlDbType.NVarChar => "nvarchar(max)",
                SqlDbType.VarBinary => "varbinary(max)",
                SqlDbType.Decimal => "decimal(12, 3)",
                var other => other.ToString(),
            };
    }
}
