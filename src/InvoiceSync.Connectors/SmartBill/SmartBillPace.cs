using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>
/// SmartBill allows three calls a second for each account and blocks those who ask on. The calls of an account stand in a line
/// that all nodes share, a little more than a third of a second apart, so that no second holds a fourth.
/// </summary>
sealed class SmartBillPace(ICallLine line, TimeProvider time)
{
    static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(370);

    // What is over sooner is not worth coming back for.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Waits for the turn of one call; or answers how long it would be, when that is long.</summary>
    public async Task<TimeSpan?> Turn(string login, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (await line.Take(Named(login), Gap, ct) is { } wait)
        {
            if (wait > Patience || time.GetElapsedTime(began) > Patience) return wait;
            await Task.Delay(wait, time, ct);
        }

        return null;
    }

    public Task Block(string login, TimeSpan wait, CancellationToken ct) => line.Hold(Named(login), wait, ct);

    // With its token: whoever only knows the address stands in a line of their own.
    static string Named(string login) => $"smartbill/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(login)))}";
}
