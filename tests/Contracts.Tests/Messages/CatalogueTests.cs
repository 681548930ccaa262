using Contracts.Delivery;

namespace Contracts.Tests.Messages;

public sealed class CatalogueTests
{
    [Fact]
    public void The_catalogue_names_every_message_that_exists_and_no_other()
    {
        var named = Catalogue.Rows.Select(row => row.Message);

        var existing = Catalogue.MessagesOf([.. Wire.MessageTypes.Values]).Select(Catalogue.NameOf);

        Assert.Equal(existing.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
