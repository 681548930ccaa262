using Contracts.Tests.Delivery;
using DispatchWorker.Data;
using DispatchWorker.Tests.Data;

[assembly: AssemblyFixture(typeof(DispatchQueries))]

namespace DispatchWorker.Tests.Data;

public sealed class DispatchQueries() : ServerQueries(_ => new DispatchDb(DispatchStore.Options("Server=none")));
