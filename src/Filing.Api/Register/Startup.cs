using DispatchWorker.Data;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Features.Accounts;
using FilingApi.Production;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>What happens before the first question is answered: the stores stand, the register is in memory, the clock goes on from its last stamp.</summary>
public sealed class Startup(
    ServiceSettings settings,
    FolderLock folder,
    IDbContextFactory<FilingDb> contexts,
    IDbContextFactory<QuestionDb> questions,
    IServiceProvider services,
    RegisterIndex index,
    RosterIndex roster,
    RegisterClock clock,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normaliser,
    FirstCode code,
    [FromKeyedServices(nameof(FilingDb))] Chain filingChain,
    [FromKeyedServices(nameof(QuestionDb))] Chain questionChain
)
{
    public const string AdminAccount = "admin";
    private const int MostTries = 5;

    private volatile bool _canSignIn = !settings.Demo;
    private volatile bool _isDone;

    /// <summary>True once everything above is done and, in the demo, its accounts can sign in; <c>/readyz</c> says so.</summary>
    public bool IsDone => _isDone && _canSignIn;

    public void DemoCanSignIn() => _canSignIn = true;

    public async Task Open(CancellationToken cancel)
    {
        folder.Take();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await OpenOnce(cancel);
                return;
            }
            catch (DbUpdateException) when (settings.IsShared && tries < MostTries)
            {
                // Another process that starts at this moment was quicker to write what both would: now it is there.
                await Task.Delay(TimeSpan.FromMilliseconds(200 * tries), cancel);
            }
        }
    }

    private async Task OpenOnce(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var log = await questions.CreateDbContextAsync(cancel);
        await FilingStore.Open(db, log, settings.SqlServer, cancel);
        if (services.GetService<IDbContextFactory<DispatchDb>>() is { } dispatch)
        {
            await using var worker = await dispatch.CreateDbContextAsync(cancel);
            await DispatchStore.Open(worker, settings.File("dispatch.db"), cancel);
            await DispatchWorker.Schedules.Retain.Begin(worker, settings.Clock.GetUtcNow(), cancel);
        }

        filingChain.Open(db);
        questionChain.Open(log);
        await Seed(db, cancel);
        await RefuseStrayDemoAccounts(db, cancel);
        roster.Replace(RosterIndex.Read(db));
        await LoadRegister(db, cancel);
        await ResumeClock(db, log, cancel);
        _isDone = true;
    }

    private async Task Seed(FilingDb db, CancellationToken cancel)
    {
        if (!await db.Calendars.AnyAsync(cancel))
        {
            foreach (var calendar in ShippedCalendars.Read())
            {
                calendar.Begin("made", Actor.System, settings.Clock.GetUtcNow());
                db.Calendars.Add(calendar);
            }
        }

        if (!await db.Stamps.AnyAsync(cancel))
        {
            db.Stamps.Add(new StampRow { Last = DateTimeOffset.UnixEpoch });
        }

        if (settings.AdminPassword is { } password && !await db.Users.AnyAsync(account => account.Role == Role.Admin, cancel))
        {
            var request = new CreateAccount.Request
            {
                Account = AdminAccount,
                Password = password,
                Role = Role.Admin,
                Organisation = AdminAccount,
            };
            var account = CreateAccount.Make(request, roster.Now, hasher, normaliser, settings.Demo);
            account.Begin(Actor.System, settings.Clock.GetUtcNow());
            db.Users.Add(account);
        }

        if (settings.Production is { } production)
        {
            await code.MakeIfFirst(db, cancel);
            if (!await db.Towns.AnyAsync(town => town.Code == production.TownCode, cancel))
            {
                var town = new Town { Code = production.TownCode, Name = production.TownName };
                town.Begin("made", Actor.System, settings.Clock.GetUtcNow());
                db.Towns.Add(town);
                db.MakeDepartments(town.Code, Actor.System, settings.Clock.GetUtcNow());
            }
        }

        await Retention.Begin(db, Retention.Kinds, settings.Clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        filingChain.Committed();
    }

    private async Task RefuseStrayDemoAccounts(FilingDb db, CancellationToken cancel)
    {
        if (!settings.Demo && await db.Users.AnyAsync(account => account.IsDemo, cancel))
        {
            throw new InvalidOperationException(
                $"The store in {settings.DataFolder} holds demo accounts; outside the demo the service does not start with them. Use another data folder."
            );
        }
    }

    private async Task LoadRegister(FilingDb db, CancellationToken cancel)
    {
        var since = settings.Clock.GetUtcNow() - RegisterIndex.Reach;
        var position = await db.Facts.MaxAsync(fact => (long?)fact.Position, cancel) ?? 0;
        index.Load((await ReadingFacts.Since(db, since, cancel)).SelectMany(batch => batch), position, since);
    }

    private async Task ResumeClock(FilingDb db, QuestionDb log, CancellationToken cancel)
    {
        var stamp = await db.Stamps.AsNoTracking().SingleAsync(cancel);
        var answer = await log.Questions.MaxAsync(question => (DateTimeOffset?)question.At, cancel);
        clock.Resume(stamp.Last, answer ?? DateTimeOffset.UnixEpoch);
    }
}

/// <summary>One embedded process per data folder: a second one would have a register of its own in memory.</summary>
public sealed class FolderLock(ServiceSettings settings) : IDisposable
{
    private FileStream? _lock;

    public void Take()
    {
        if (settings.Broker is not null)
        {
            return;
        }

        try
        {
            _lock = new FileStream(settings.File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InvalidOperationException(
                $"Another process already serves the data folder {settings.DataFolder}. Stop it first, or set DATA_DIR to another folder."
            );
        }
    }

    public void Dispose() => _lock?.Dispose();
}
