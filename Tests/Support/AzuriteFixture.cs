using Xunit;

namespace DisclosureBot.Tests.Support;

/// <summary>One Azurite for the tests of a class.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    /// <summary>Asked for by a test that needs it, so that its absence leaves out that test by name.</summary>
    public Azurite Azurite
    {
        get
        {
            Needs.Azurite();
            return _azurite!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Needs.HasAzurite) _azurite = await Azurite.Start(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
    }
}
