using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Accounts;

public sealed class AccountTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_token_says_role_and_organisation_and_lives_eight_hours_a_devices_a_year()
    {
        var now = TimeProvider.System.GetUtcNow();

        var (person, device) = (await Token("clerk"), await Token("camera"));

        Assert.Equal(("enterprise", "E1"), (person["role"], person["organisation"]));
        Assert.Equal(("device", "Q1"), (device["role"], device["organisation"]));
        Assert.InRange(person.Instant("expiresAt")!.Value - now, TimeSpan.FromHours(7.9), TimeSpan.FromHours(8.1));
        Assert.InRange(device.Instant("expiresAt")!.Value - now, TimeSpan.FromDays(364), TimeSpan.FromDays(366));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_sound_the_same_and_five_wrong_ones_lock_out()
    {
        var unknown = await Token("nobody");
        var wrong = new List<Reply>();
        for (var i = 0; i < 5; i++)
        {
            wrong.Add(await Token("hauler2", "Wrong-password-1"));
        }

        var right = await Token("hauler2");

        Assert.Equal("401 SEC-003", unknown.Said);
        Assert.All(wrong, reply => Assert.Equal(unknown.Text, reply.Text));
        Assert.Equal("429 SEC-004", right.Said);
    }

    [Theory]
    [InlineData("Short-1a")]
    [InlineData("no-upper-case-1")]
    [InlineData("NO-LOWER-CASE-1")]
    [InlineData("No-digit-at-all")]
    [InlineData("NoSignAtAll123")]
    public async Task A_weak_password_makes_no_account(string password)
    {
        var before = await service.Rows();

        var reply = await service.Admin.Post(
            "accounts",
            new
            {
                account = "new",
                password,
                role = "station",
                organisation = "S1",
            }
        );

        Assert.Equal("422 SEC-005", reply.Said);
        Assert.Equal(before, await service.Rows());
    }

    [Fact]
    public async Task An_account_needs_a_known_organisation_and_a_name_of_its_own()
    {
        var unknown = await service.Admin.Post(
            "accounts",
            new
            {
                account = "new",
                password = SmallTown.Password,
                role = "station",
                organisation = "S9",
            }
        );
        var taken = await service.Admin.Post(
            "accounts",
            new
            {
                account = "CLERK",
                password = SmallTown.Password,
                role = "station",
                organisation = "S1",
            }
        );

        Assert.Equal(("422 FIL-027", "409 FIL-026"), (unknown.Said, taken.Said));
        Assert.Equal(["/organisation FIL-027"], unknown.Errors);
        Assert.Equal(["/account FIL-026"], taken.Errors);
    }

    [Fact]
    public async Task Outside_the_demo_no_demo_account_is_made()
    {
        await service
            .Admin.Post(
                "accounts",
                new
                {
                    account = "official",
                    password = SmallTown.Password,
                    role = "station",
                    organisation = "S1",
                }
            )
            .MustBe(201);

        var account = await service.Look(db => db.Set<Account>().SingleAsync(known => known.UserName == "official"));

        Assert.False(account.IsDemo);
    }

    private Task<Reply> Token(string account, string password = SmallTown.Password) =>
        service.Anyone.Post("tokens", new { account, password });
}
