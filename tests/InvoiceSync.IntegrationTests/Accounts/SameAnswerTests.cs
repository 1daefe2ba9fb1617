using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>Whether somebody has an account, a lock, or only a provider cannot be told from the door: the same words after the same work.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class SameAnswerTests(PortalUnderTest portal)
{
    [Fact]
    public async Task Unknown_locked_password_less_and_existing_people_cost_one_hash_and_get_one_sentence()
    {
        await using var node = await PortalNode.Start(
            portal.Database, portal.World.Address, services => services.AddSingleton<CountingHasher>().AddScoped<IPasswordHasher<User>>(s => s.GetRequiredService<CountingHasher>()), "--InvoiceSync:Roles=portal");
        var hasher = node.Services.GetRequiredService<CountingHasher>();
        var (known, locked, bare) = (await portal.Person("same-known"), await portal.Person("same-locked"), await portal.Person("same-bare"));
        await Sql($"update access.users set lockout_end = now() + interval '1 hour' where id = '{locked.Id.Value}'");
        await Sql($"update access.users set password_hash = null where id = '{bare.Id.Value}'");

        using var door = new Browser(node.Address);
        var pages = new List<string>();
        foreach (var email in (string[])[known.Email, locked.Email, bare.Email, "nobody@nowhere.example"])
        {
            var before = hasher.Times;
            using var answer = await door.SignIn(email, "not the password at all");
            Assert.Equal((1, System.Net.HttpStatusCode.OK), (hasher.Times - before, answer.StatusCode));
            pages.Add(Said(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        Assert.Contains("sign_in.refused", (await node.Try(Caller.Nobody, new SignIn(known.Email, "x", false, "d", "192.0.2.1"))).Error!.Code, StringComparison.Ordinal);
        Assert.Single(pages.Distinct());
        Assert.NotEmpty(pages[0]);

        // The right password of a locked account is one hash too, and the same sentence; of an open one it is not.
        Assert.Equal("sign_in.refused", (await node.Try(Caller.Nobody, new SignIn(locked.Email, Company.Password, false, "d", "192.0.2.1"))).Error!.Code);
        Assert.True((await node.Try(Caller.Nobody, new SignIn(known.Email, Company.Password, false, "d", "192.0.2.1"))).IsOk);
    }

    // What the note on the page says.
    static string Said(string page) => string.Concat(System.Text.RegularExpressions.Regex.Matches(page, "<div class=\"note bad\".*?</div>", System.Text.RegularExpressions.RegexOptions.Singleline).Select(m => m.Value));

    Task<object?> Sql(string sql) => Database.Ask(portal.Database.Platform, sql, TestContext.Current.CancellationToken);
}
