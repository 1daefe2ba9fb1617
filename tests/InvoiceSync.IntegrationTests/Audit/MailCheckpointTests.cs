using InvoiceSync.Audit;
using InvoiceSync.Cli.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Checkpoints by mail: a letter a day to whom the company chose, and the verifier reads it back.</summary>
public sealed class MailCheckpointTests(TestCluster cluster)
{
    [Fact]
    public async Task The_letter_of_the_day_proves_the_log_and_shows_that_it_was_cut_since()
    {
        await using var scene = await LogScene.Open(cluster, "2026-11-02T10:00:00Z");
        await scene.Send(scene.Machine, new MailCheckpoint());
        Assert.Empty(await scene.Letters());
        await scene.Send(scene.Owner, new SaveAnchorMail(["auditor@outside.example", "archive@alfa.example"]));
        await scene.Act(scene.Owner, "invoice.viewed");
        await scene.Send(scene.Machine, new MailCheckpoint());
        await scene.Send(scene.Machine, new MailCheckpoint());
        var letters = await scene.Letters();
        Assert.Equal(["archive@alfa.example", "auditor@outside.example"], letters.Select(l => l.To).Order(StringComparer.Ordinal));
        var told = await scene.Ask(scene.Owner, new GetAnchorMail());
        Assert.Equal((await scene.Ask(scene.Machine, new GetNewestCheckpoint()))!.Size, told.Size);

        var anchors = AnchorLines.Read(letters[0].Letter.Text);
        Assert.Equal(told.Size, Assert.Single(anchors).Size);
        Assert.Empty(Verify(await Evidence(scene, int.MaxValue), anchors));
        Assert.NotEmpty(Verify(await Evidence(scene, (int)told.Size - 1), anchors));
        Assert.Single(AnchorLines.Read(letters[0].Letter.Html));
    }

    [Fact]
    public async Task Without_anything_new_nothing_is_mailed_and_the_next_day_the_newer_one_is()
    {
        await using var scene = await LogScene.Open(cluster, "2026-11-02T10:00:00Z");
        await scene.Send(scene.Owner, new SaveAnchorMail(["auditor@outside.example"]));
        await scene.Send(scene.Machine, new MailCheckpoint());
        scene.Clock.Pass(TimeSpan.FromDays(1));
        await scene.Send(scene.Machine, new MailCheckpoint());
        Assert.Single(await scene.Letters());
        await scene.Act(scene.Owner, "invoice.viewed");
        await scene.Send(scene.Machine, new MailCheckpoint());
        var sizes = (await scene.Letters()).Select(l => Assert.Single(AnchorLines.Read(l.Letter.Text)).Size).ToList();
        Assert.True(sizes is [var first, var second] && second > first);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@example.com, b@example.com")]
    public async Task Only_complete_addresses_of_who_may_manage_settings_are_kept(string address)
    {
        await using var scene = await LogScene.Open(cluster, "2026-11-02T10:00:00Z");
        Assert.Equal("anchor_mail.invalid", (await scene.Chain.Send(scene.Owner, new SaveAnchorMail([address]))).Error?.Code);
        Assert.Equal("anchor_mail.invalid", (await scene.Chain.Send(scene.Owner, new SaveAnchorMail([.. Enumerable.Range(0, 11).Select(n => $"a{n}@example.com")]))).Error?.Code);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Chain.Send(scene.Viewer, new SaveAnchorMail(["a@example.com"]))).Error?.Kind);
    }

    static async Task<byte[]> Evidence(LogScene scene, int most)
    {
        var stretch = await scene.Ask(scene.Owner, new ReadEvidence());
        var entries = stretch.Entries.Take(most).ToList();
        var file = new MemoryStream();
        await new EvidenceFile(file).Write(_ => Task.FromResult(stretch with { Entries = entries, Checkpoints = [] }), TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    static IReadOnlyList<string> Verify(byte[] file, IReadOnlyList<AnchorLine> anchors) =>
        new LogWalk(SignerKeys.Read(Scenes.Signer.PublicPem), anchors).Walk(new MemoryStream(file), CancellationToken.None).Problems;
}
