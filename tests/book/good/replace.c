struct Type {
    int a;
    int b;
};
