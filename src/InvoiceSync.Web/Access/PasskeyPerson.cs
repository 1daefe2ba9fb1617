using InvoiceSync.Access;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Identity;

namespace InvoiceSync.Web.Access;

/// <summary>A person as the framework's passkey handler wants to see one; whatever it asks is asked of the business.</summary>
sealed record PasskeyPerson(UserId Id);

/// <summary>The store behind the framework's passkey handler. It only finds: what is kept and noted goes by our own commands.</summary>
sealed class PasskeyPeople(IDispatcher dispatcher) : IUserPasskeyStore<PasskeyPerson>
{
    public async Task<PasskeyPerson?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        (await dispatcher.Ask(new FindPasskeys(null, credentialId), cancellationToken)).OrThrow() is [var found] ? new(found.User) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyPerson user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await dispatcher.Ask(new FindPasskeys(user.Id, credentialId), cancellationToken)).OrThrow() is [var found] ? Info(found) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyPerson user, CancellationToken cancellationToken) =>
        [.. (await dispatcher.Ask(new FindPasskeys(user.Id), cancellationToken)).OrThrow().Select(Info)];

    // The handler's user handle is our id in text.
    public Task<PasskeyPerson?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Ids.TryParse<UserId>(userId, out var id) ? new PasskeyPerson(id) : null);

    public Task<string> GetUserIdAsync(PasskeyPerson user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(PasskeyPerson user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id.ToString());

    public Task<string?> GetNormalizedUserNameAsync(PasskeyPerson user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public Task<PasskeyPerson?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(PasskeyPerson user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemovePasskeyAsync(PasskeyPerson user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(PasskeyPerson user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(PasskeyPerson user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(PasskeyPerson user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(PasskeyPerson user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(PasskeyPerson user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    static UserPasskeyInfo Info(FindPasskeys.Found found) => new(
        found.Facts.CredentialId, found.Facts.PublicKey, found.CreatedAt, (uint)found.Facts.SignCount, [.. found.Facts.Transports],
        isUserVerified: true, found.Facts.IsBackupEligible, found.Facts.IsBackedUp, attestationObject: [], clientDataJson: []);
}
