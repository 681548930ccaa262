namespace FilingApi.Tests.Features.Accounts;

public sealed class PasswordTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_new_password_ends_the_tokens_and_is_none_of_the_last_five()
    {
        await Account("changer");
        var old = await Token("changer", SmallTown.Password);
        var passwords = Enumerable.Range(1, 5).Select(n => $"Changed-horse-{n}").Prepend(SmallTown.Password).ToList();
        for (var i = 1; i < passwords.Count; i++)
        {
            await (await Signed("changer", passwords[i - 1]))
                .Post("password", new { current = passwords[i - 1], password = passwords[i] })
                .MustBe(200);
        }

        var now = await Signed("changer", passwords[^1]);
        var again = await Task.WhenAll(passwords[1..].Select(password => now.Post("password", new { current = passwords[^1], password })));

        Assert.Equal("401 SEC-001", (await service.With(old).Get("trucks")).Said);
        Assert.All(again, reply => Assert.Equal(("422 SEC-009", "/password SEC-009"), (reply.Said, reply.Errors.Single())));
        Assert.Equal(200, (await now.Post("password", new { current = passwords[^1], password = passwords[0] })).Status);
        Assert.Contains("password-changed", (await service.Admin.Get("acts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_present_password_is_asked_and_a_weak_new_one_refused()
    {
        await Account("careless");
        var careless = await Signed("careless", SmallTown.Password);

        Assert.Equal("401 SEC-003", (await careless.Post("password", new { current = "Wrong-horse-7", password = "Better-horse-8" })).Said);
        Assert.Equal("422 SEC-005", (await careless.Post("password", new { current = SmallTown.Password, password = "short" })).Said);
        for (var i = 0; i < 4; i++)
        {
            await careless.Post("password", new { current = "Wrong-horse-7", password = "Better-horse-8" }).MustBe(401);
        }

        Assert.Equal(
            "429 SEC-004",
            (await careless.Post("password", new { current = SmallTown.Password, password = "Better-horse-8" })).Said
        );
    }

    [Fact]
    public async Task An_unknown_account_is_locked_out_like_a_known_one_and_both_may_try_again_after_half_an_hour()
    {
        service.NewDay();
        await Account("forgetful");
        foreach (var account in new[] { "forgetful", "nobody-at-all" })
        {
            for (var i = 0; i < 5; i++)
            {
                await service.Anyone.Post("tokens", new { account, password = "Wrong-horse-7" }).MustBe(401);
            }

            Assert.Equal("429 SEC-004", (await service.Anyone.Post("tokens", new { account, password = SmallTown.Password })).Said);
        }

        service.Move("08:31");

        await Token("forgetful", SmallTown.Password);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_for_good_and_nobody_closes_the_own_one()
    {
        await Account("leaver");
        var leaver = await Signed("leaver", SmallTown.Password);
        await leaver.Get("trucks").MustBe(200);

        await service.Admin.Post("accounts/LEAVER/closure", new { reason = "离职" }).MustBe(200);

        Assert.Equal("401 SEC-001", (await leaver.Get("trucks")).Said);
        Assert.Equal("401 SEC-003", (await service.Anyone.Post("tokens", new { account = "leaver", password = SmallTown.Password })).Said);
        Assert.Equal("409 SEC-010", (await service.Admin.Post("accounts/admin/closure")).Said);
        Assert.Equal("404 FIL-020", (await service.Admin.Post("accounts/nobody-here/closure")).Said);
    }

    private Task<Reply> Account(string account) =>
        service
            .Admin.Post(
                "accounts",
                new
                {
                    account,
                    password = SmallTown.Password,
                    role = "station",
                    organisation = "S1",
                }
            )
            .MustBe(201);

    private async Task<string> Token(string account, string password) =>
        (await service.Anyone.Post("tokens", new { account, password }).MustBe(200))["token"]!;

    private async Task<Api> Signed(string account, string password) => service.With(await Token(account, password));
}
