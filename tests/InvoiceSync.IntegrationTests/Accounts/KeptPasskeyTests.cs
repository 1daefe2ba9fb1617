using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>What the business holds of passkeys: whose, how often used, and who may take them away.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class KeptPasskeyTests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_counter_that_stands_still_or_goes_back_is_a_copy_and_refused()
    {
        var (ana, facts) = (await portal.Person("counter"), Facts(5));
        await portal.Send(ana.Caller, new AddPasskey("key", facts));
        Assert.False((await Enter(ana.Id, facts, 5)).IsOk);
        Assert.True((await Enter(ana.Id, facts, 6)).IsOk);
        Assert.Equal("passkey.refused", (await Enter(ana.Id, facts, 6)).Error!.Code);
    }

    [Fact]
    public async Task An_authenticator_that_does_not_count_may_go_on_at_zero_and_only_for_its_person()
    {
        var (ana, eva, facts) = (await portal.Person("zero"), await portal.Person("other"), Facts(0));
        await portal.Send(ana.Caller, new AddPasskey("key", facts));
        Assert.True((await Enter(ana.Id, facts, 0)).IsOk);
        Assert.True((await Enter(ana.Id, facts, 0)).IsOk);
        Assert.False((await Enter(eva.Id, facts, 0)).IsOk);
        Assert.Equal(ana.Id, Assert.Single(await portal.Ask(Caller.Nobody, new FindPasskeys(null, facts.CredentialId))).User);
    }

    [Fact]
    public async Task Nobody_takes_away_anothers_passkey_and_one_credential_is_kept_once()
    {
        var (ana, eva, facts) = (await portal.Person("keeper"), await portal.Person("taker"), Facts(0));
        var id = await portal.Send(ana.Caller, new AddPasskey("key", facts));
        Assert.Equal("passkey.not_found", (await portal.Try(eva.Caller, new RemovePasskey(id))).Error!.Code);
        Assert.Equal("row.duplicated", (await portal.Try(eva.Caller, new AddPasskey("copy", facts))).Error!.Code);
        await portal.Send(ana.Caller, new RemovePasskey(id));
        Assert.Empty(await portal.Ask(Caller.Nobody, new FindPasskeys(ana.Id)));
    }

    [Fact]
    public async Task A_dangerous_act_needs_a_proof_of_the_last_ten_minutes_of_people_and_none_of_programs()
    {
        var ana = await portal.Person("proof");
        var now = TimeProvider.System.GetUtcNow();
        var session = ana.Caller with { Session = "ses_anything" };
        Assert.Equal("presence.unproved", (await portal.Try(session, new AskProof())).Error!.Code);
        Assert.Equal("presence.unproved", (await portal.Try(session with { ProvedAt = now.AddMinutes(-11) }, new AskProof())).Error!.Code);
        Assert.True((await portal.Try(session with { ProvedAt = now.AddMinutes(-9) }, new AskProof())).IsOk);
        Assert.True((await portal.Try(ana.Caller, new AskProof())).IsOk);
    }

    Task<Result<SignIn.Session>> Enter(UserId who, PasskeyFacts facts, long count) =>
        portal.Try(Caller.Nobody, new SignInByPasskey(who, facts.CredentialId, count, false, "device", "192.0.2.1"));

    static PasskeyFacts Facts(long count) => new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToByteArray(), [1, 2, 3], count, ["internal"], false, false);
}
