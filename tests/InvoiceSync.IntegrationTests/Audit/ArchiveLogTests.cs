using InvoiceSync.Audit;
using InvoiceSync.Cli.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Months leave the database: written to files, read back, let go a day later, still found, still proved.</summary>
public sealed class ArchiveLogTests(TestCluster cluster)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static SignerKeys Keys => SignerKeys.Read(Scenes.Signer.PublicPem);

    [Fact]
    public async Task A_month_lies_in_a_file_that_verifies_by_itself_and_leaves_the_database_a_day_later()
    {
        await using var old = await OldLog.Open(cluster);
        (await old.Archive()).OrThrow();
        var months = await old.Months();
        Assert.Equal([(old.First, 1L, 3L), (old.Second, 4L, 6L)], months.Select(m => (m.Month, m.First, m.Last)));
        Assert.All(months, m => Assert.Null(m.DroppedAt));
        foreach (var month in months)
        {
            await using var file = File.OpenRead(Path.Combine(old.Scene.ArchiveOf(ChainScene.Tenant), month.File));
            var verdict = new LogWalk(Keys, []).Walk(file, Ct);
            Assert.Empty(verdict.Problems);
            Assert.Equal((month.First - 1, month.Last, month.Root), (verdict.Since, verdict.Entries, verdict.Root));
        }

        Assert.Equal(OldLog.EachMonth, await old.RowsOf(old.First));
        await old.ArchiveAll();
        Assert.All(await old.Months(), m => Assert.NotNull(m.DroppedAt));
        foreach (var month in (DateOnly[])[old.First, old.Second])
            foreach (var tenant in (TenantId[])[ChainScene.Tenant, ChainScene.Other]) Assert.Equal(0, await old.RowsOf(month, tenant));
        Assert.Null(await old.Scene.Ask(old.Machine(), new FindMonthToArchive()));
        (await old.Scene.Send(old.Machine(), new TellDroppedMonths())).OrThrow();
        Assert.Equal(2, (await old.Scene.Ask(old.Machine(), new ListActivity(Event: "audit.month_dropped"))).Rows.Count);
        Assert.Equal(2, (await old.Scene.Ask(old.Machine(ChainScene.Other), new ListActivity(Event: "audit.month_archived"))).Rows.Count);
    }

    [Fact]
    public async Task Behind_the_cut_the_log_is_verified_from_the_archived_head_on_and_the_evidence_is_still_whole()
    {
        await using var old = await OldLog.Open(cluster);
        var before = await old.Evidence();
        await old.ArchiveAll();

        var report = await old.Scene.Ask(old.Machine(), new VerifyLog(Whole: true));
        Assert.Empty(report.Problems);
        Assert.Equal((6L, 2), (report.Since, report.Archives));
        var whole = await old.Evidence();
        Assert.Empty(whole.Problems);
        Assert.Equal((0L, true), (whole.Since, whole.Entries > before.Entries));
        var later = await old.Evidence(archive: false);
        Assert.Empty(later.Problems);
        Assert.Equal(6, later.Since);

        Assert.StartsWith($"{old.First:yyyy-MM}", (await old.Scene.Ask(old.Machine(), new FindArchive(old.First))).File, StringComparison.Ordinal);
        Assert.Equal("audit.archive_unknown", (await Assert.ThrowsAsync<RuleBrokenException>(() => old.Scene.Ask(old.Machine(), new FindArchive(old.First.AddMonths(-1))))).Error.Code);

        File.Delete(Directory.GetFiles(old.Scene.ArchiveOf(ChainScene.Tenant))[0]);
        Assert.Single((await old.Scene.Ask(old.Machine(), new VerifyLog(Whole: true))).Problems);
        await Assert.ThrowsAsync<RuleBrokenException>(() => old.Evidence());
    }

    [Fact]
    public async Task What_lies_in_the_archive_is_still_found_page_by_page_and_proved()
    {
        await using var old = await OldLog.Open(cluster);
        await old.ArchiveAll();
        var seen = new List<ListActivity.Row>();
        PageKey? after = null;
        var asked = 0;
        do
        {
            var page = await old.Scene.Ask(old.Machine(), new ListActivity(Event: "invoice.viewed", After: after, Take: 2));
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null && ++asked < 20);
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], seen.Select(r => r.Seq));
        Assert.All(seen, r => Assert.Equal("192.0.2.7", r.Address));

        var words = $"INV_{old.First:yyyyMM}_1";
        Assert.Equal([2L], (await All(old, new(Words: words))).Select(r => r.Seq));
        Assert.Equal([6L, 5, 4], (await All(old, new(From: old.Second, To: old.Second.AddMonths(1).AddDays(-1)))).Select(r => r.Seq));
        Assert.Empty(await All(old, new(Who: "usr_nobody")));

        foreach (var row in seen)
        {
            var proof = await old.Scene.Ask(old.Machine(), new GetProof(row.Id));
            Assert.Equal(row.Seq, proof.Seq);
            Assert.Empty(new EntryProof(proof.Bytes, proof.Size, proof.Path, proof.Checkpoint, proof.Signature).Problems(Keys));
        }
    }

    [Fact]
    public async Task No_month_goes_before_its_time_or_before_all_companies_are_ready()
    {
        await using var old = await OldLog.Open(cluster);
        var drop = new DropLogMonth(old.First);
        Assert.Equal("not archived", (await old.Scene.Send(old.Machine(), drop)).OrThrow());
        (await old.Archive()).OrThrow();
        Assert.Equal("archived less than a day ago", (await old.Scene.Send(old.Machine(), drop)).OrThrow());
        await old.ADayPasses();
        Assert.Equal("not archived by all", (await old.Scene.Send(old.Machine(), drop)).OrThrow());
        (await old.Archive(ChainScene.Other)).OrThrow();
        await old.ADayPasses();
        await old.AsOwner("delete from audit.anchored", ChainScene.Other);
        Assert.Equal("not anchored by all", (await old.Scene.Send(old.Machine(), drop)).OrThrow());
        Assert.Equal(OldLog.EachMonth, await old.RowsOf(old.First));

        var thisMonth = new DateOnly(TimeProvider.System.GetUtcNow().Year, TimeProvider.System.GetUtcNow().Month, 1);
        Assert.Equal("younger than a year", (await old.Scene.Send(old.Machine(), new DropLogMonth(thisMonth))).OrThrow());
    }

    [Theory]
    [InlineData("delete from audit.log")]
    [InlineData("drop table audit.log_rest")]
    [InlineData("insert into audit.archives (tenant_id, month, first_seq, size, head, frontier, root, file, digest, bytes, archived_at) values ('{0}', '2020-01-01', 1, 3, '', '', '', 'x', '', 0, now())")]
    [InlineData("update audit.archives set archived_at = now() - interval '1 year'")]
    [InlineData("delete from audit.archives")]
    [InlineData("select audit.note_archived('{1}', '2020-01-01', 3, '', '', '', 'x', '', 0)")]
    [InlineData("select audit.drop_month('{1}', '2020-01-01')")]
    public async Task The_application_gains_no_right_beyond_the_functions(string sql)
    {
        await using var old = await OldLog.Open(cluster);
        (await old.Archive()).OrThrow();
        var told = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, ChainScene.Tenant.Value, ChainScene.Other.Value);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refusal(old, told));
    }

    [Fact]
    public async Task The_functions_believe_no_lie()
    {
        await using var old = await OldLog.Open(cluster);
        var (month, young) = ($"{old.First:yyyy-MM-dd}", $"{TimeProvider.System.GetUtcNow().AddMonths(-2):yyyy-MM-01}");
        string[] lies =
        [
            $"select audit.note_archived('{ChainScene.Tenant.Value}', '{month}', 3, '\\x00', '', '', 'x', '', 0)",
            $"select audit.note_archived('{ChainScene.Tenant.Value}', '{month}', 2, (select hash from audit.log where seq = 2), '', '', 'x', '', 0)",
            $"select audit.note_archived('{ChainScene.Tenant.Value}', '{month}', 4, (select hash from audit.log where seq = 4), '', '', 'x', '', 0)",
            $"select audit.note_archived('{ChainScene.Tenant.Value}', '{young}', 8, (select hash from audit.log where seq = 8), '', '', 'x', '', 0)",
            $"select audit.note_file_deleted('{ChainScene.Tenant.Value}', '{month}')",
        ];
        foreach (var lie in lies) Assert.Equal(PostgresErrorCodes.RaiseException, await Refusal(old, lie));

        await old.ArchiveAll();
        await Assert.ThrowsAsync<PostgresException>(() => old.Scene.Send(old.Machine(), new NoteArchiveDeleted(old.First)));
    }

    [Fact]
    public async Task After_seven_years_a_file_may_be_deleted_and_its_root_stays()
    {
        await using var old = await OldLog.Open(cluster, yearsAgo: 9, folder => new ForgettingArchive(folder));
        await old.ArchiveAll();
        (await old.Archive()).OrThrow();
        Assert.Empty(Directory.GetFiles(old.Scene.ArchiveOf(ChainScene.Tenant)));
        Assert.All(await old.Months(), m => Assert.True(m is { FileDeletedAt: not null, Root.Length: > 40 }));
        Assert.Equal(2, (await old.Scene.Ask(old.Machine(), new ListActivity(Event: "audit.archive_deleted"))).Rows.Count);
        Assert.Empty((await old.Scene.Ask(old.Machine(), new VerifyLog(Whole: true))).Problems);
        var evidence = await old.Evidence();
        Assert.Empty(evidence.Problems);
        Assert.Equal(6, evidence.Since);
    }

    static async Task<List<ListActivity.Row>> All(OldLog old, ListActivity question)
    {
        var (seen, next) = (new List<ListActivity.Row>(), (PageKey?)null);
        for (var asked = 0; asked < 20; asked++)
        {
            var page = await old.Scene.Ask(old.Machine(), question with { After = next });
            seen.AddRange(page.Rows);
            if ((next = page.Next) is null) return seen;
        }

        throw new InvalidOperationException("The search does not come to an end.");
    }

    static async Task<string?> Refusal(OldLog old, string sql)
    {
        await using var app = await TenantTables.Open(old.Scene.Database.App, ChainScene.Tenant);
        await using var command = new NpgsqlCommand(sql, app);
        return (await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(Ct)) as PostgresException)?.SqlState;
    }
}
