using System.Text.Json;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Messages;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store;
using EmployerCrm.Web.Sample;

namespace EmployerCrm.Web.Verbs.Parsing;

/// <summary>A directory file in a store of its own, read through the same look-up as the bot's; gone when disposed.</summary>
internal sealed class TemporaryDirectory : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly CrmStore _store;

    private TemporaryDirectory(DirectoryInfo folder, CrmStore store, Specialist reader)
    {
        (_folder, _store) = (folder, store);
        var directory = new ReadingDirectory(store, Actor.For(reader, Via.CommandLine));
        (Reader, Messages) = (new LineReader(directory), new MessageReader(directory));
    }

    public LineReader Reader { get; }

    public MessageReader Messages { get; }

    public static async Task<TemporaryDirectory> LoadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var directory = await ReadAsync(file, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("employercrm-parse-");
        CrmStore? store = null;
        try
        {
            var options = new StoreOptions { ConnectionString = $"Data Source=\"{Path.Combine(folder.FullName, "directory.db")}\"" };
            store = await CrmStoreFactory.OpenAsync(options, TimeProvider.System, cancellationToken: cancellationToken);
            var rows = new DirectoryRows(directory);
            await store.WriteAsync(rows.WriteAsync, cancellationToken);
            return new TemporaryDirectory(folder, store, rows.Reader);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (store is not null)
                await store.DisposeAsync();
            folder.Delete(recursive: true);
            var why = failure is DuplicateKeyException ? "it names the same client reference twice." : failure.Message;
            throw new FailedException($"{file.Name} cannot be loaded: {why}", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<DirectoryFile> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new FailedException($"There is no file {file.FullName}.");
        try
        {
            await using var stream = file.OpenRead();
            return await DirectoryFile.ReadAsync(stream, cancellationToken);
        }
        catch (JsonException broken)
        {
            throw new FailedException($"{file.Name} is not a directory: {broken.Message}", broken);
        }
    }
}
