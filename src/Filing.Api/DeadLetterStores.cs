using Contracts.Delivery;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi;

/// <summary>
/// <c>./start parked</c>: parked messages and deadlines in the stores of a data folder or the schema <c>filing</c> of a SQL Server, and
/// in the broker where <c>AMQP</c> names one.
/// </summary>
public static class DeadLetterStores
{
    public static async Task<int> Run(
        string[] args,
        string folder,
        string? server,
        BrokerSettings? broker,
        TextWriter output,
        TextWriter errors
    )
    {
        var filing = Path.Combine(folder, "filing.db");
        if (server is null && !File.Exists(filing))
        {
            await errors.WriteLineAsync($"There is no filing.db in {folder}. Set DATA_DIR to the service's data folder.");
            return 2;
        }

        List<(string, Func<DbContext>)> stores = [("filing", () => new FilingDb(FilingStore.FilingOptions(server ?? filing)))];
        if (server is null && EmbeddedWorker.StoreIn(folder) is { } dispatch)
        {
            stores.Add(("dispatch", dispatch));
        }

        return await new DeadLetterCommand(stores, broker, [.. Service.Consumers.Endpoints, .. EmbeddedWorker.Endpoints]).Run(
            args,
            output,
            errors,
            CancellationToken.None
        );
    }
}
