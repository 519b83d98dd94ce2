enum MicrosoftCloudPlaceholder {}
