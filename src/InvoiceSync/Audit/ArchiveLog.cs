using System.Globalization;
using System.Security.Cryptography;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Audit;

/// <summary>
/// Writes months that are over for a year to files, reads them back, and lets them go from the database a day later. Whenever it
/// is cut off, the next run goes on: what no row names is no archive, and what a row names was read back.
/// </summary>
[Requires("audit.seal")]
public sealed record ArchiveLog : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ILogArchive archive, CheckpointKeys keys, CallerHolder who, TimeProvider time) : IHandle<ArchiveLog, Done>
    {
        public async Task<Done> Handle(ArchiveLog command, CancellationToken ct)
        {
            while ((await dispatcher.Ask(new FindMonthToArchive(), ct)).OrThrow() is { } month) await Archive(month, ct);
            var months = (await dispatcher.Ask(new ListArchives(), ct)).OrThrow();
            ClearDrafts(months);
            foreach (var month in months.Where(m => m.DroppedAt is null))
                if ((await dispatcher.Send(new DropLogMonth(month.Month), ct)).OrThrow() != "") break;
            (await dispatcher.Send(new TellDroppedMonths(), ct)).OrThrow();
            await Forget(months, ct);
            return default;
        }

        async Task Archive(FindMonthToArchive.Found month, CancellationToken ct)
        {
            var file = $"{Name(month.Month)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}.isaudit";
            await archive.Keep(month.Tenant, file, to => Write(month, new(to), ct), ct);
            (await dispatcher.Send(new NoteArchived(await ReadBack(month, file, ct)), ct)).OrThrow();
        }

        // Of a month that has its row, every other file is what somebody died over, be it now or long ago.
        void ClearDrafts(IReadOnlyList<ListArchives.Row> months)
        {
            var (kept, over) = (months.Select(m => m.File).ToHashSet(), months.Select(m => Name(m.Month)).ToList());
            foreach (var draft in archive.Files(who.Caller.Tenant).Where(f => !kept.Contains(f) && over.Exists(name => f.StartsWith(name, StringComparison.Ordinal)))) archive.Delete(who.Caller.Tenant, draft);
        }

        static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

        async Task Write(FindMonthToArchive.Found month, EvidenceFile file, CancellationToken ct)
        {
            var frontier = new Frontier(month.Before.Size, month.Before.Frontier);
            await file.Begin(month.Tenant, month.Before, month.Link, ct);
            var end = await file.Write(await Next(month.Before.Size), month.Before.Size, Next, ct);
            Rule.Require(end == month.Size, AuditErrors.ArchiveBroken);
            var body = ArchiveSeal.Of(month.Tenant, month.Month, frontier, month.Head, time.GetUtcNow(), keys.KeyId);
            await file.Seal(new(month.Tenant, month.Size, body, keys.Sign(body)), ct);
            await file.End(month.Size, ct);

            async Task<ReadEvidence.Stretch> Next(long after)
            {
                var stretch = (await dispatcher.Ask(new ReadEvidence(after, Until: month.Size), ct)).OrThrow();
                foreach (var entry in stretch.Entries) frontier.Add(entry.Hash);
                return stretch;
            }
        }

        async Task<NewArchive> ReadBack(FindMonthToArchive.Found month, string file, CancellationToken ct)
        {
            try
            {
                var (end, root) = await ArchiveCheck.Read(archive.Open(month.Tenant, file), month.Tenant, month.Before, keys, ct);
                Rule.Require(end.Size == month.Size && end.Head.AsSpan().SequenceEqual(month.Head), AuditErrors.ArchiveBroken);
                await using var again = archive.Open(month.Tenant, file);
                return new(month.Month, end, root, file, await SHA256.HashDataAsync(again, ct), again.Length);
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException)
            {
                throw new RuleBrokenException(AuditErrors.ArchiveBroken);
            }
        }

        // Noted first: a file that outlives its note by a crash is deleted the next time.
        async Task Forget(IReadOnlyList<ListArchives.Row> months, CancellationToken ct)
        {
            if (archive.YearsKept is not { } years) return;
            var oldest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddYears(-years);
            foreach (var month in months.Where(m => m.DroppedAt is not null && m.Month.AddMonths(1) < oldest))
            {
                if (month.FileDeletedAt is null) (await dispatcher.Send(new NoteArchiveDeleted(month.Month), ct)).OrThrow();
                archive.Delete(who.Caller.Tenant, month.File);
            }
        }
    }
}
