using FilingApi.Production;

namespace FilingApi.Tests.Production;

public sealed class BackupTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_backup_under_writes_restored_elsewhere_gives_the_answers_of_its_moment()
    {
        var at = service.NewDay();
        var number = await at.Recorded();
        await at.Recorded(Make.Plate(3));
        at.Move("09:10");
        await at.Load(number, 1).MustBe(200);
        await at.Centre.Post("orders", Make.Order(at.At("10:00"), at.At("11:00"), Make.Plate(2))).MustBe(201);
        await at.Camera.Post("sightings", new[] { Make.Sighting("bk-1", Make.Plate(4), at.At("08:00")) }).MustBe(202);
        await at
            .Plant.Post(
                "receipts",
                new
                {
                    plate = Make.Plate(5),
                    plant = "P1",
                    m3 = 5,
                }
            )
            .MustBe(201);
        await at.Settle();
        at.Move("09:20");
        await at.Settle();
        using var stop = new CancellationTokenSource();
        var writes = Enumerable.Range(6, 3).Select(n => Task.Run(() => WriteOn(n, stop.Token))).ToList();

        using var output = new StringWriter();
        using var errors = new StringWriter();
        var backup = Path.Combine(Path.GetTempPath(), $"backup-{Guid.NewGuid():N}");
        var restored = $"{backup}-restored";
        var code = await Task.Run(() => BackupCommand.Run([backup], at.Folder, output, errors));
        await stop.CancelAsync();
        var written = (await Task.WhenAll(writes)).Sum();
        try
        {
            Assert.True(code == 0, errors.ToString());
            Assert.Equal(0, RestoreCommand.Run([backup], restored, output, errors));
            await using var other = await TestService.Of(restored, at.Clock);
            var moment = Uri.EscapeDataString(Make.Instant(Manifest.Read(backup).Moment));

            string[] asked =
            [
                $"filings/{number}",
                "orders",
                "leads",
                "trips",
                "trucks",
                "plants",
                "organisations",
                "runs",
                "sightings",
                .. Enumerable.Range(1, 8).Select(n => $"checks/{Uri.EscapeDataString(Make.Plate(n))}?at={moment}"),
            ];
            foreach (var question in asked)
            {
                foreach (var account in new[] { "station", "squad", "centre", "supervisor" })
                {
                    var (here, there) = (await at.As(account).Get(question), await other.As(account).Get(question));
                    Assert.Equal((question, account, here.Status, here.Text), (question, account, there.Status, there.Text));
                }
            }

            var kept = (await other.Clerk2.Get("filings").MustBe(200)).Items().Select(item => item.Text("number")!).ToList();
            Assert.InRange(kept.Count, 0, written);
            foreach (var filing in kept)
            {
                Assert.Equal((await at.Clerk2.Get($"filings/{filing}")).Text, (await other.Clerk2.Get($"filings/{filing}")).Text);
            }

            var (refused, said) = Restore(backup, restored);
            Assert.Equal((1, true), (refused, said.Contains("Stop it first", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(backup, recursive: true);
            if (Directory.Exists(restored))
            {
                Directory.Delete(restored, recursive: true);
            }
        }
    }

    [Fact]
    public async Task A_backup_that_was_touched_and_a_folder_in_use_are_refused_and_with_force_the_old_is_put_aside()
    {
        await service.NewDay().Recorded();
        using var place = new Place();
        using var said = new StringWriter();
        Assert.Equal(0, BackupCommand.Run([place.At("backup")], service.Folder, said, said));
        Directory.CreateDirectory(place.At("data"));
        await File.WriteAllTextAsync(Path.Combine(place.At("data"), "mine"), "mine");

        Assert.Equal(2, BackupCommand.Run([place.At("backup")], service.Folder, said, said));
        Assert.Equal(2, BackupCommand.Run([place.At("other")], place.At("data"), said, said));
        Assert.Contains("is not empty", Restore(place.At("backup"), place.At("data")).Said, StringComparison.Ordinal);
        Assert.Contains("is no backup", Restore(place.At("data"), place.At("new")).Said, StringComparison.Ordinal);
        Assert.Contains("Stop it first", Restore(place.At("backup"), service.Folder).Said, StringComparison.Ordinal);
        Assert.Equal(0, Restore(place.At("backup"), place.At("data"), "--force").Code);
        Assert.Single(Directory.EnumerateDirectories(place.Folder, "data.before-*"));
        await File.AppendAllTextAsync(Path.Combine(place.At("backup"), "filing.db"), "x");
        Assert.Contains("not the file that was backed up", Restore(place.At("backup"), place.At("new")).Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.At("new")));
        Assert.Empty(Directory.EnumerateDirectories(place.Folder, "*.partial-*"));
    }

    private async Task<int> WriteOn(int n, CancellationToken stop)
    {
        var written = 0;
        while (!stop.IsCancellationRequested)
        {
            await service.Clerk2.Post("filings", Make.Filing(service.At("13:00"), service.At("14:00"), Make.Plate(n))).MustBe(201);
            written++;
        }

        return written;
    }

    private static (int Code, string Said) Restore(string backup, string data, params string[] more)
    {
        using var said = new StringWriter();
        return (RestoreCommand.Run([backup, .. more], data, said, said), said.ToString());
    }

    private sealed class Place : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("place-").FullName;

        public string At(string name) => Path.Combine(Folder, name);

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
