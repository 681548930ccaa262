using Contracts.Tests.Delivery;
using DispatchWorker.Data;
using FilingApi.Data;

[assembly: AssemblyFixture(typeof(FilingApi.Tests.Data.FilingQueries))]

namespace FilingApi.Tests.Data;

/// <summary>Of the service with its embedded worker.</summary>
public sealed class FilingQueries()
    : ServerQueries(asked =>
        asked switch
        {
            FilingDb => new FilingDb(FilingStore.FilingOptions("Server=none")),
            QuestionDb => new QuestionDb(FilingStore.QuestionOptions("Server=none")),
            DispatchDb => new DispatchDb(DispatchStore.Options("Server=none")),
            _ => throw new InvalidOperationException($"Nobody has said what {asked.GetType().Name} is on a server."),
        }
    );
