using DisclosureBot.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>Which store the configuration opens, and what it says of a wrong setting.</summary>
public sealed class DocumentsSetupTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("setup-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Without_an_account_files_lie_in_the_directory()
    {
        using var services = Open();
        Assert.IsType<DirectoryStore>(services.GetRequiredService<IDocumentStore>());
        Assert.True(Directory.Exists(Path.Combine(_directory.FullName, "files", "documents", "b")));
        Assert.Equal(200L * 1024 * 1024, services.GetRequiredService<Arrivals>().MostBytes);
        Assert.NotNull(services.GetRequiredService<FileLinks>());
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("https://bureau.blob.core.windows.net")]
    [InlineData("https://bureau.blob.core.chinacloudapi.cn/")]
    public void An_account_is_opened_by_connection_string_or_address(string account)
    {
        using var services = Open(("ConnectionStrings:Blobs", account));
        Assert.IsType<BlobStore>(services.GetRequiredService<IDocumentStore>());
    }

    [Theory]
    [InlineData("ConnectionStrings:Blobs", "http://bureau.blob.core.windows.net")]
    [InlineData("ConnectionStrings:Blobs", "nonsense")]
    [InlineData("Documents:MostMegabytes", "many")]
    [InlineData("Documents:MostMegabytes", "0")]
    public void A_wrong_setting_is_named(string key, string value) =>
        Assert.Contains(key, Assert.Throws<InvalidOperationException>(() => Open((key, value))).Message, StringComparison.Ordinal);

    private ServiceProvider Open(params (string Key, string Value)[] more)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Documents:Directory", Path.Combine(_directory.FullName, "files")),
            new("Documents:ArrivalDirectory", Path.Combine(_directory.FullName, "arriving")),
            new("Documents:KeyDirectory", Path.Combine(_directory.FullName, "keys")),
            .. more.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value)),
        ]).Build();
        return new ServiceCollection().AddSingleton(TimeProvider.System).AddDocuments(settings, "b").BuildServiceProvider();
    }
}
