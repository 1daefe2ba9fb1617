using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Connectors.NameServers;

namespace InvoiceSync.Tests.Connectors.NameServers;

public sealed class DnsTextClientTests
{
    const int NoSuchName = 3;
    const int ServerFailure = 2;
    const int Truncated = 0x0200;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly string Long = new('x', 700);

    [Fact]
    public async Task Texts_come_whole_however_many_pieces_they_were_sent_in()
    {
        await using var server = new FakeNameServer(asked => [FakeNameServer.Answer(asked, 0, "one", Long)]);
        Assert.Equal(["one", Long], await Texts(server));
    }

    [Fact]
    public async Task A_name_without_texts_and_a_name_that_is_not_there_have_none()
    {
        await using var empty = new FakeNameServer(asked => [FakeNameServer.Answer(asked, 0)]);
        await using var missing = new FakeNameServer(asked => [FakeNameServer.Answer(asked, NoSuchName)]);
        Assert.Empty(await Texts(empty));
        Assert.Empty(await Texts(missing));
    }

    [Fact]
    public async Task What_does_not_fit_is_fetched_by_TCP()
    {
        await using var server = new FakeNameServer(asked => [FakeNameServer.Answer(asked, Truncated)], asked => FakeNameServer.Answer(asked, 0, Long));
        Assert.Equal([Long], await Texts(server));
    }

    [Fact]
    public async Task An_answer_to_another_question_is_not_listened_to()
    {
        await using var server = new FakeNameServer(asked =>
        [
            [.. FakeNameServer.Answer(asked, 0, "forged")[1..], 0],
            FakeNameServer.Answer(Changed(asked, 0), 0, "forged id"),
            FakeNameServer.Answer(Changed(asked, 14), 0, "forged name"),
            [],
            FakeNameServer.Answer(asked, 0, "true"),
        ]);
        Assert.Equal(["true"], await Texts(server));
    }

    [Fact]
    public async Task A_server_that_fails_is_followed_by_the_next()
    {
        await using var failing = new FakeNameServer(asked => [FakeNameServer.Answer(asked, ServerFailure)]);
        await using var bent = new FakeNameServer(asked => [FakeNameServer.Answer(asked, 0, "cut")[..^2]]);
        await using var good = new FakeNameServer(asked => [FakeNameServer.Answer(asked, 0, "true")]);
        Assert.Equal(["true"], await Texts(failing, bent, good));
        Assert.IsType<DnsAnswer.Unanswered>(await Ask(Patience, failing.Address, bent.Address));
    }

    [Fact]
    public async Task Silence_and_a_machine_without_servers_are_no_answer()
    {
        await using var silent = new FakeNameServer(_ => []);
        Assert.IsType<DnsAnswer.Unanswered>(await Ask(TimeSpan.FromMilliseconds(100), silent.Address));
        Assert.IsType<DnsAnswer.Unanswered>(await Ask(Patience));
    }

    static byte[] Changed(byte[] asked, int at)
    {
        byte[] changed = [.. asked];
        changed[at] ^= 1;
        return changed;
    }

    static async Task<IReadOnlyList<string>> Texts(params FakeNameServer[] servers) =>
        Assert.IsType<DnsAnswer.Found>(await Ask(Patience, [.. servers.Select(s => s.Address)])).Texts;

    static Task<DnsAnswer> Ask(TimeSpan patience, params IPEndPoint[] servers) =>
        new DnsTextClient(servers, patience).Texts("_invoicesync.exemplu.ro", TestContext.Current.CancellationToken);
}
