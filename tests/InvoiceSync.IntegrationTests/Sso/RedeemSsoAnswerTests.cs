using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>A provider's message counts once, on every node, and only for the browser and the connection that asked.</summary>
public sealed class RedeemSsoAnswerTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static readonly DateTimeOffset Later = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_asked_is_answered_once_with_what_it_was_for()
    {
        var scene = await SsoScene.Create(portal);
        await Send(scene, new KeepSsoRequest(scene.Connection, "_one", "browser", "/sales", "token"));
        Assert.Equal(new("/sales", "token"), (await Send(scene, new RedeemSsoAnswer(scene.Connection, "answer", Later, "_one", "browser"))).OrThrow());
        Assert.Equal("saml.answer_used", (await Send(scene, new RedeemSsoAnswer(scene.Connection, "answer", Later, "_one", "browser"))).Error!.Code);
        Assert.Equal("saml.request_unknown", (await Send(scene, new RedeemSsoAnswer(scene.Connection, "another", Later, "_one", "browser"))).Error!.Code);
    }

    [Theory]
    [InlineData("_other", "browser")]
    [InlineData("_ONE", "browser")]
    [InlineData("_one", "another browser")]
    [InlineData("_one", null)]
    public async Task Another_question_or_another_browser_gets_nothing_and_uses_nothing_up(string request, string? browser)
    {
        var scene = await SsoScene.Create(portal);
        await Send(scene, new KeepSsoRequest(scene.Connection, "_one", "browser"));
        Assert.Equal("saml.request_unknown", (await Send(scene, new RedeemSsoAnswer(scene.Connection, "answer", Later, request, browser))).Error!.Code);
        Assert.True((await Send(scene, new RedeemSsoAnswer(scene.Connection, "answer", Later, "_one", "browser"))).IsOk);
    }

    [Fact]
    public async Task What_a_question_was_for_is_told_to_its_own_browser_as_often_as_it_asks()
    {
        var scene = await SsoScene.Create(portal);
        await Send(scene, new KeepSsoRequest(scene.Connection, "_test", "browser", Intent: "token"));
        await Send(scene, new KeepSsoRequest(scene.Connection, "_plain", "browser"));
        var machine = Caller.System(scene.Tenant, scene.Connection.ToString());
        foreach (var (request, browser, intent) in new[] { ("_test", "browser", "token"), ("_test", "another", null), ("_other", "browser", null), ("_plain", "browser", null), ("_test", "browser", "token") })
            Assert.Equal(intent, await portal.Ask(machine, new FindSsoIntent(scene.Connection, request, browser)));
        await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Ask(scene.Owner, new FindSsoIntent(scene.Connection, "_test", "browser")));
    }

    [Fact]
    public async Task A_question_put_to_one_provider_is_answered_by_no_other()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        var second = await portal.Send(mine.Owner, new CreateSsoConnection(SsoKind.Saml, "Second"));
        await Send(mine, new KeepSsoRequest(mine.Connection, "_one", "browser"));
        Assert.Equal("saml.request_unknown", (await Send(mine, new RedeemSsoAnswer(second, "answer", Later, "_one", "browser"))).Error!.Code);
        Assert.Equal("saml.request_unknown", (await Send(other, new RedeemSsoAnswer(mine.Connection, "answer", Later, "_one", "browser"))).Error!.Code);
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_one_is_let_in()
    {
        var scene = await SsoScene.Create(portal);
        var unasked = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Send(scene, new RedeemSsoAnswer(scene.Connection, "unasked", Later))));
        Assert.Single(unasked, answer => answer.IsOk);

        await Send(scene, new KeepSsoRequest(scene.Connection, "_one", "browser"));
        var asked = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Send(scene, new RedeemSsoAnswer(scene.Connection, $"answer {i}", Later, "_one", "browser"))));
        Assert.Single(asked, answer => answer.IsOk);
    }

    [Fact]
    public async Task Nobody_from_outside_can_ask_the_stores()
    {
        var scene = await SsoScene.Create(portal);
        Assert.False((await portal.As(Caller.Nobody, d => d.Send(new KeepSsoRequest(scene.Connection, "_one", "browser"), Ct))).IsOk);
        Assert.False((await portal.As(scene.Owner, d => d.Send(new RedeemSsoAnswer(scene.Connection, "answer", Later), Ct))).IsOk);
    }

    [Fact]
    public async Task Our_key_is_made_with_the_connection_and_the_one_before_is_kept_at_the_next()
    {
        var scene = await SsoScene.Create(portal);
        var connection = await portal.Send(scene.Owner, new CreateSsoConnection(SsoKind.Saml, "Saml"));
        var first = await Settings(scene, connection);
        await portal.Send(scene.Owner, new RenewSamlKey(connection));
        var second = await Settings(scene, connection);
        Assert.EndsWith(first["sp_certificates"], second["sp_certificates"], StringComparison.Ordinal);
        Assert.Equal("saml.not_a_connection", (await portal.As(scene.Owner, d => d.Send(new RenewSamlKey(scene.Connection), Ct))).Error!.Code);
    }

    async Task<IReadOnlyDictionary<string, string>> Settings(SsoScene scene, SsoConnectionId connection)
    {
        var row = (await portal.Ask(scene.Owner, new ListSsoConnections())).Single(c => c.Id == connection);
        Assert.Contains("sp_key", row.SecretsKept);
        return row.Settings;
    }

    Task<Result<T>> Send<T>(SsoScene scene, ICommand<T> command) => portal.As(Caller.System(scene.Tenant, "test"), d => d.Send(command, Ct));
}
